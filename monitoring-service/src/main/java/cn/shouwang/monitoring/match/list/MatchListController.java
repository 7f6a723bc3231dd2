package cn.shouwang.monitoring.match.list;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MatchListController {

    private final MatchList matches;

    MatchListController(MatchList matches) {
        this.matches = matches;
    }

    @GetMapping("/households/{household}/matches")
    Page<MatchList.Entry> ofHousehold(@PathVariable HouseholdId household, @Valid @ModelAttribute PageQuery page) {
        return matches.of(household, page);
    }

    @GetMapping("/matches")
    Page<MatchList.Entry> matches(
            @RequestParam(required = false) @Nullable MatchState state,
            @RequestParam(required = false) @Nullable Family family,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        return matches.page(state, family, division, page);
    }
}
