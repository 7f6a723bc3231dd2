package cn.shouwang.monitoring.report.worklist;

import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reports")
class ReportListController {

    private final ReportList reports;

    ReportListController(ReportList reports) {
        this.reports = reports;
    }

    @GetMapping
    Page<ReportList.Entry> reports(
            @RequestParam(required = false) @Nullable ReportState state,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        return reports.page(state, division, page);
    }

    @GetMapping("/{report}")
    ReportList.Whole report(@PathVariable ReportId report) {
        return reports.one(report).orElseThrow(NotFound::new);
    }
}
