package cn.shouwang.monitoring.report.inbox;

import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.monitoring.report.TrackingNumber;
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
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    Page<Inbox.Entry> reports(
            @RequestParam(required = false) @Nullable ReportState state,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        return inbox.page(state, division, page);
    }

    @GetMapping("/{report}")
    Inbox.Whole report(@PathVariable TrackingNumber report) {
        return inbox.one(report).orElseThrow(NotFound::new);
    }
}
