package cn.shouwang.monitoring.toolbox.table;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyTableController {

    private final PolicyTable table;

    PolicyTableController(PolicyTable table) {
        this.table = table;
    }

    @GetMapping("/policies")
    Page<PolicyTable.Entry> policies(
            @RequestParam(required = false) @Nullable Family family,
            @RequestParam(required = false) @Nullable RiskType risk,
            @Valid @ModelAttribute PageQuery page) {
        return table.page(family, risk, page);
    }
}
