package cn.shouwang.monitoring.incentive.table;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IncentiveTableController {

    private final IncentiveTable table;

    IncentiveTableController(IncentiveTable table) {
        this.table = table;
    }

    @GetMapping("/incentive-rules")
    Page<IncentiveTable.Entry> rules(@Valid @ModelAttribute PageQuery page) {
        return table.page(page);
    }
}
