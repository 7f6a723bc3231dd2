package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Likeness;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to a household's report.
///
/// `division` is the village the report names; `on` the village day on which the fact was true. Who
/// recorded it, and when, is message metadata.
public sealed interface ReportEvent extends Placed {

    ReportId report();

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
            ReportId report, String division, Applicant applicant, Need need, LocalDate acceptBy, LocalDate on)
            implements Arrival {}

    @Stored("report.delegated-submitted")
    @Revision("1")
    record DelegatedReportSubmitted(
            ReportId report,
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
            ReportId report,
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
            ReportId report,
            String division,
            Applicant applicant,
            Need need,
            String clerk,
            Role office,
            LocalDate acceptBy,
            LocalDate on)
            implements Arrival {}

    /// Carries what the clue needs, so that whoever reacts need not look the report up.
    @Decides(on = {SelfReportSubmitted.class, DelegatedReportSubmitted.class})
    @Stored("report.accepted")
    @Revision("1")
    record ReportAccepted(ReportId report, String division, Way way, Applicant applicant, Risks reasons, LocalDate on)
            implements ReportEvent {}

    /// `text` explains the reason to the household and may be empty unless the reason is OTHER;
    /// `tellBy` is the last day to tell it.
    @Decides(on = {SelfReportSubmitted.class, DelegatedReportSubmitted.class})
    @Stored("report.refused")
    @Revision("1")
    record ReportRefused(
            ReportId report,
            String division,
            RefusalReason reason,
            @Personal String text,
            LocalDate tellBy,
            LocalDate on)
            implements ReportEvent {}

    /// The household was told of the refusal, other than by its tracking number.
    @Stored("report.refusal-told")
    @Revision("1")
    record RefusalTold(ReportId report, String division, LocalDate on) implements ReportEvent {}

    /// Someone held the tracking number and did not know how the applicant's phone number ends. After
    /// the last of the tries that are allowed the report cannot be taken back before `lockedUntil`.
    @Stored("report.withdrawal-unproven")
    @Revision("1")
    record WithdrawalUnproven(
            ReportId report, String division, @Nullable Instant lockedUntil, LocalDate on) implements ReportEvent {}

    /// It came in among so many of its village that somebody should look whether they are real. It is
    /// followed like any other: after a storm they are.
    @Stored("report.marked-as-crowded")
    @Revision("1")
    record MarkedAsCrowded(ReportId report, String division, LocalDate on) implements ReportEvent {}

    /// A photo of the household's trouble, decoded and written anew. `sha256` is that of the sealed
    /// bytes kept under the photo's id, `likeness` a keyed hash of what is to be seen, equal for equal
    /// pictures; `position` and `takenAt` are what the camera said.
    @Stored("report.photo-added")
    @Revision("1")
    record PhotoAdded(
            ReportId report,
            String division,
            PhotoId photo,
            int bytes,
            String sha256,
            int width,
            int height,
            @Likeness String likeness,
            @Nullable @Personal Position position,
            @Nullable @Personal LocalDateTime takenAt,
            LocalDate on)
            implements ReportEvent {}

    /// The household took its report back.
    @Stored("report.withdrawn")
    @Revision("1")
    record ReportWithdrawn(ReportId report, String division, LocalDate on) implements ReportEvent {}

    /// What came of the clue can be read under the tracking number.
    @Stored("report.result-told")
    @Revision("1")
    record ResultTold(ReportId report, String division, ClueOutcome outcome, LocalDate on) implements ReportEvent {}
}
