package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.PhotoAnswer;
import cn.shouwang.monitoring.report.ReportCommand.AcceptReport;
import cn.shouwang.monitoring.report.ReportCommand.RecordPhoneReport;
import cn.shouwang.monitoring.report.ReportCommand.RecordWindowReport;
import cn.shouwang.monitoring.report.ReportCommand.RefuseReport;
import cn.shouwang.monitoring.report.ReportCommand.TellRefusal;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a clerk does with reports: records calls and visits to the window, accepts, refuses, tells.
@RestController
@RequestMapping("/reports")
class ReportController {

    /// `way` is PHONE, with the phone the call came from, or WINDOW, without one.
    record RecordReportRequest(
            @NotNull Way way,
            @NotNull @Pattern(regexp = VILLAGE) String village,
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 20) String phone,
            @Nullable @Size(max = 40) String idNumber,
            @NotNull @Min(1) @Max(MOST_MEMBERS) Integer members,
            @NotEmpty @Size(max = 5) List<@NotNull RiskType> reasons,
            @Nullable @Size(max = Need.LONGEST_TEXT) String text,
            @Nullable @Size(max = 20) String callerPhone,
            @NotNull LocalDate on)
            implements ReportForm {

        @AssertTrue(message = "PHONE with callerPhone, or WINDOW without")
        boolean isWayRecordable() {
            return callerPhone == null ? way == Way.WINDOW : way == Way.PHONE;
        }
    }

    record DecideRequest(@NotNull LocalDate on) {}

    record RefuseReportRequest(
            @NotNull RefusalReason reason,
            @Nullable @Size(max = 200) String text,
            @NotNull LocalDate on) {}

    private final Commands commands;
    private final NumberIssue issue;
    private final PhotoIntake photos;
    private final Listing reports;
    private final Gate gate;
    private final Clock clock;

    ReportController(Commands commands, NumberIssue issue, PhotoIntake photos, Views views, Gate gate, Clock clock) {
        this.commands = commands;
        this.issue = issue;
        this.photos = photos;
        this.reports = views.listing("reports");
        this.gate = gate;
        this.clock = clock;
    }

    /// The answer tells the tracking number this once, to be handed to the household.
    @PostMapping
    ResponseEntity<Receipt> record(@Valid @RequestBody RecordReportRequest request) {
        var number = issue.next();
        var report = ReportId.of(number);
        var filing = request.filing(request.on(), LocalDate.now(clock));
        var caller = request.callerPhone();
        var accepted = commands.send(
                caller == null
                        ? new RecordWindowReport(report, filing)
                        : new RecordPhoneReport(report, filing, Phone.of(caller)));
        return Receipt.of(accepted, number);
    }

    @PostMapping("/{report}/acceptance")
    Accepted accept(@PathVariable ReportId report, @Valid @RequestBody DecideRequest request) {
        return commands.send(new AcceptReport(report, request.on()));
    }

    @PostMapping("/{report}/refusal")
    Accepted refuse(@PathVariable ReportId report, @Valid @RequestBody RefuseReportRequest request) {
        var text = request.text();
        return commands.send(
                new RefuseReport(report, request.reason(), text == null ? "" : text.strip(), request.on()));
    }

    /// The household was told of the refusal, by phone, letter or visit.
    @PostMapping("/{report}/refusal-notice")
    Accepted tellRefusal(@PathVariable ReportId report, @Valid @RequestBody DecideRequest request) {
        return commands.send(new TellRefusal(report, request.on()));
    }

    /// A photo the household brought or the clerk took, as the bare file.
    @PostMapping("/{report}/photos")
    ResponseEntity<PhotoAnswer> photo(
            @PathVariable ReportId report,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] file) {
        if (reports.one(gate.scope(), report.value()).isEmpty()) {
            throw new NotFound(); // before anything is kept for it
        }
        return photos.take(report, file, type, gate.actor());
    }
}
