package cn.shouwang.monitoring.alert.worklist;

import cn.shouwang.monitoring.alert.AlertState;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.household.HouseholdId;
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
class AlertListController {

    private final AlertList alerts;

    AlertListController(AlertList alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/alerts")
    Page<AlertList.Entry> alerts(
            @RequestParam(required = false) @Nullable AlertState state,
            @RequestParam(required = false) @Nullable Effect effect,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z-]{3,41}") String rule,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        return alerts.page(new AlertList.Narrowing(state, effect, rule, division), page);
    }

    @GetMapping("/alerts/precision")
    Page<AlertList.Precision> precision(@Valid @ModelAttribute PageQuery page) {
        return alerts.precision(page);
    }

    /// Negative checks: to be looked at carefully in the case, and nothing more.
    @GetMapping("/careful-checks")
    Page<AlertList.Entry> careful(
            @RequestParam(required = false) @Nullable HouseholdId household, @Valid @ModelAttribute PageQuery page) {
        return alerts.careful(household == null ? null : household.toString(), page);
    }
}
