package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a household's report.
///
/// `division` is the village the report names; `on` the village day on which the fact was true. Who
/// recorded it, and when, is message metadata.
public sealed interface ReportEvent extends Placed {

    TrackingNumber report();

    LocalDate on();

    /// A report came in, by one of the four ways. `acceptBy` is the last day to accept or refuse it.
    sealed interface Arrival extends ReportEvent {

        Applicant applicant();

        Need need();

        LocalDate acceptBy();
    }

    @Stored("report.self-submitted")
    @Revision("1")
    record SelfReportSubmitted(
            TrackingNumber report, String division, Applicant applicant, Need need, LocalDate acceptBy, LocalDate on)
            implements Arrival {}

    @Stored("report.delegated-submitted")
    @Revision("1")
    record DelegatedReportSubmitted(
            TrackingNumber report,
            String division,
            Applicant applicant,
            Need need,
            @Whose("report:delegate") Delegate delegate,
            LocalDate acceptBy,
            LocalDate on)
            implements Arrival {}

    /// `caller` is the phone the call came from, which need not be the applicant's.
    @Stored("report.phone-recorded")
    @Revision("1")
    record PhoneReportRecorded(
            TrackingNumber report,
            String division,
            Applicant applicant,
            Need need,
            @Personal Phone caller,
            LocalDate acceptBy,
            LocalDate on)
            implements Arrival {}

    /// `clerk` is the account that spoke for the household, `office` its official role.
    @Stored("report.window-recorded")
    @Revision("1")
    record WindowReportRecorded(
            TrackingNumber report,
            String division,
            Applicant applicant,
            Need need,
            String clerk,
            Role office,
            LocalDate acceptBy,
            LocalDate on)
            implements Arrival {}

    /// Carries what the clue needs, so that whoever reacts need not look the report up.
    @Stored("report.accepted")
    @Revision("1")
    record ReportAccepted(
            TrackingNumber report, String division, Way way, Applicant applicant, Risks reasons, LocalDate on)
            implements ReportEvent {}

    /// `text` explains the reason to the household and may be empty unless the reason is OTHER;
    /// `tellBy` is the last day to tell it.
    @Stored("report.refused")
    @Revision("1")
    record ReportRefused(
            TrackingNumber report,
            String division,
            RefusalReason reason,
            @Personal String text,
            LocalDate tellBy,
            LocalDate on)
            implements ReportEvent {}

    /// The household was told of the refusal, other than by its tracking number.
    @Stored("report.refusal-told")
    @Revision("1")
    record RefusalTold(TrackingNumber report, String division, LocalDate on) implements ReportEvent {}

    /// The household took its report back.
    @Stored("report.withdrawn")
    @Revision("1")
    record ReportWithdrawn(TrackingNumber report, String division, LocalDate on) implements ReportEvent {}

    /// What came of the clue can be read under the tracking number.
    @Stored("report.result-told")
    @Revision("1")
    record ResultTold(TrackingNumber report, String division, ClueOutcome outcome, LocalDate on)
            implements ReportEvent {}
}
