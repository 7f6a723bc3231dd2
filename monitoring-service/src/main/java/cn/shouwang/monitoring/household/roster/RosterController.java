package cn.shouwang.monitoring.household.roster;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RosterController {

    private static final String DIVISION = "[0-9]{6}|[0-9]{9}|[0-9]{12}";

    private final Roster roster;

    RosterController(Roster roster) {
        this.roster = roster;
    }

    @GetMapping("/households")
    Page<Roster.Entry> households(
            @RequestParam(required = false) @Nullable @Pattern(regexp = DIVISION) String division,
            @RequestParam(required = false) Roster.@Nullable State state,
            @Valid @ModelAttribute PageQuery page) {
        return roster.registered(division, state, page);
    }

    /// `town` takes a village or the county as well.
    @GetMapping("/roster")
    Page<Roster.Monitored> monitored(
            @Valid @ModelAttribute Roster.MonitoredQuestion question,
            @RequestParam(required = false) @Nullable @Pattern(regexp = DIVISION) String town,
            @Valid @ModelAttribute PageQuery page) {
        return roster.monitored(question, town, page);
    }
}
