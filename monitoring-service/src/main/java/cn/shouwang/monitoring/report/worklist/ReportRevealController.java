package cn.shouwang.monitoring.report.worklist;

import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.Revealed;
import cn.shouwang.platform.reading.Reveals;
import cn.shouwang.platform.reading.Reveals.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Shows what the list of reports masks, for a purpose.
@RestController
class ReportRevealController {

    enum Field {
        NAME,
        PHONE,
        DOCUMENT,
        CALLER,
        DELEGATE_NAME,
        DELEGATE_PHONE
    }

    record RevealReportRequest(
            @NotNull Field field,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    private final Reveals reveals;

    ReportRevealController(Reveals reveals) {
        this.reveals = reveals;
    }

    @PostMapping("/reports/{report}/reveals")
    @ResponseStatus(HttpStatus.CREATED)
    Revealed reveal(@PathVariable ReportId report, @Valid @RequestBody RevealReportRequest request) {
        var field = request.field().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return reveals.reveal(new Wish(ReportReveals.place(report, field), request.purpose(), request.note()));
    }
}
