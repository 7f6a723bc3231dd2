package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.PhotoAnswer;
import cn.shouwang.monitoring.report.ReportCommand.SubmitDelegatedReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitReport;
import cn.shouwang.monitoring.report.ReportCommand.WithdrawReport;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
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
import org.bson.Document;
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

/// Reporting without an account. The answer tells the tracking number, once.
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

    /// `phoneEnding`: the last four digits of the phone number the report gave.
    record WithdrawRequest(
            @NotNull @Pattern(regexp = "[0-9]{4}") String phoneEnding) {}

    private final Commands commands;
    private final PresentedNumbers numbers;
    private final NumberIssue issue;
    private final Crowds crowds;
    private final PhotoIntake photos;
    private final Clock clock;

    PublicReportController(
            Commands commands,
            PresentedNumbers numbers,
            NumberIssue issue,
            Crowds crowds,
            PhotoIntake photos,
            Clock clock) {
        this.commands = commands;
        this.numbers = numbers;
        this.issue = issue;
        this.crowds = crowds;
        this.photos = photos;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Receipt> submit(@Valid @RequestBody SubmitReportRequest request) {
        var today = LocalDate.now(clock);
        var number = issue.next();
        var report = ReportId.of(number);
        var filing = request.filing(today, today);
        var delegate = request.delegate();
        var crowded = crowds.isCrowded(request.village());
        var accepted = commands.sendAs(
                delegate == null
                        ? new SubmitReport(report, filing, crowded)
                        : new SubmitDelegatedReport(report, filing, delegate.delegate(today), crowded),
                Actor.visitor(request.village()));
        return Receipt.of(accepted, number);
    }

    /// Taken back by whoever holds the number and knows how the applicant's phone number ends. A wrong
    /// ending is refused, always in the same words; after five of them the report waits for an hour.
    @PostMapping("/{tracking}/withdrawal")
    Accepted withdraw(@PathVariable String tracking, @Valid @RequestBody WithdrawRequest request) {
        var row = numbers.row(tracking);
        var report = ReportId.of(row.getString("_id"));
        var accepted =
                commands.sendAs(new WithdrawReport(report, request.phoneEnding(), LocalDate.now(clock)), visitor(row));
        if (!ReportState.WITHDRAWN.name().equals(numbers.again(report).getString("state"))) {
            throw new RuleBroken("report.withdrawal-unproven", "the phone number ends otherwise");
        }
        return accepted;
    }

    /// A photo of the trouble, as the bare file: one photo a request, so that each can be sent again by
    /// its own `Idempotency-Key` when the line breaks. Up to six, until somebody has decided.
    @PostMapping("/{tracking}/photos")
    ResponseEntity<PhotoAnswer> photo(
            @PathVariable String tracking,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] file) {
        var row = numbers.row(tracking);
        return photos.take(ReportId.of(row.getString("_id")), file, type, visitor(row));
    }

    private static Actor visitor(Document row) {
        return Actor.visitor(row.getString("division"));
    }
}
