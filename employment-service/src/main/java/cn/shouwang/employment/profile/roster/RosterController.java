package cn.shouwang.employment.profile.roster;

import cn.shouwang.employment.profile.LabourProfileId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /profiles?household=&division=` and one profile.
@RestController
@RequestMapping("/profiles")
class RosterController {

    private final Roster roster;
    private final Gate gate;

    RosterController(Roster roster, Gate gate) {
        this.roster = roster;
        this.gate = gate;
    }

    @GetMapping
    Page<Roster.Entry> profiles(
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(required = false) @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") @Nullable String division,
            @Valid PageQuery page) {
        return roster.page(gate.scope(), household, division, page);
    }

    @GetMapping("/{profile}")
    Roster.Entry profile(@PathVariable LabourProfileId profile) {
        return roster.one(gate.scope(), profile.toString()).orElseThrow(NotFound::new);
    }
}
