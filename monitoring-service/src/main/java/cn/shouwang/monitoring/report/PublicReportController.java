package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.report.ReportCommand.SubmitDelegatedReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitReport;
import cn.shouwang.monitoring.report.ReportCommand.WithdrawReport;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reporting without an account. The answer's `id` is the tracking number.
@RestController
@RequestMapping("/public/reports")
class PublicReportController {

    record SubmitReportRequest(
            @NotNull @Pattern(regexp = VILLAGE) String village,
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 20) String phone,
            @Nullable @Size(max = 40) String idNumber,
            @NotNull @Min(1) @Max(MOST_MEMBERS) Integer members,
            @NotEmpty @Size(max = 5) List<@NotNull RiskType> reasons,
            @Nullable @Size(max = Need.LONGEST_TEXT) String text,
            @Nullable @Valid DelegateRequest delegate)
            implements ReportForm {}

    record DelegateRequest(
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 20) String phone,
            @Nullable @Size(max = 40) String idNumber,
            Delegate.@Nullable Relation relation,
            Delegate.@Nullable Office office) {

        Delegate delegate(LocalDate today) {
            return new Delegate(
                    PersonName.of(name), Phone.of(phone), ReportForm.document(idNumber, today), relation, office);
        }
    }

    private final Commands commands;
    private final Lookup reports;
    private final Clock clock;

    @Autowired
    PublicReportController(Commands commands, Views views, Clock clock) {
        this(commands, views.lookup("reports"), clock);
    }

    PublicReportController(Commands commands, Lookup reports, Clock clock) {
        this.commands = commands;
        this.reports = reports;
        this.clock = clock;
    }

    @PostMapping
    Accepted submit(@Valid @RequestBody SubmitReportRequest request) {
        var today = LocalDate.now(clock);
        var report = TrackingNumber.next();
        var filing = request.filing(today, today);
        var delegate = request.delegate();
        return commands.sendAs(
                delegate == null
                        ? new SubmitReport(report, filing)
                        : new SubmitDelegatedReport(report, filing, delegate.delegate(today)),
                Actor.visitor(request.village()));
    }

    /// Whoever holds the number may take the report back; any other number is not found.
    @PostMapping("/{tracking}/withdrawal")
    Accepted withdraw(@PathVariable String tracking) {
        var report = TrackingNumber.typed(tracking).orElseThrow(NotFound::new);
        var row = reports.one(report.value()).orElseThrow(NotFound::new);
        return commands.sendAs(
                new WithdrawReport(report, LocalDate.now(clock)), Actor.visitor(row.getString("division")));
    }
}
