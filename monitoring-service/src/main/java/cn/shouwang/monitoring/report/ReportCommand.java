package cn.shouwang.monitoring.report;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.PUBLIC;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a report. `on` may lie in the past, since calls and visits are entered
/// late, but never in the future.
sealed interface ReportCommand {

    ReportId report();

    /// What every way of reporting tells.
    record Filing(String village, Applicant applicant, Need need, LocalDate on) {}

    /// `crowded` when too many came from that village lately.
    @AllowedTo(PUBLIC)
    record SubmitReport(@TargetAggregateIdentifier ReportId report, Filing filing, boolean crowded)
            implements ReportCommand {}

    /// `crowded` as above.
    @AllowedTo(PUBLIC)
    record SubmitDelegatedReport(
            @TargetAggregateIdentifier ReportId report, Filing filing, Delegate delegate, boolean crowded)
            implements ReportCommand {}

    /// The county answers the hotline too.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record RecordPhoneReport(@TargetAggregateIdentifier ReportId report, Filing filing, Phone caller)
            implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record RecordWindowReport(@TargetAggregateIdentifier ReportId report, Filing filing) implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record AcceptReport(@TargetAggregateIdentifier ReportId report, LocalDate on) implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record RefuseReport(@TargetAggregateIdentifier ReportId report, RefusalReason reason, String text, LocalDate on)
            implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record TellRefusal(@TargetAggregateIdentifier ReportId report, LocalDate on) implements ReportCommand {}

    /// `phoneEnding` shows that the household asks and not whoever found its number: the last four
    /// digits of the applicant's phone number. A wrong ending is no refusal but an event, so that it
    /// counts; the sender sees from the report's state what came of it.
    @AllowedTo(PUBLIC)
    record WithdrawReport(@TargetAggregateIdentifier ReportId report, String phoneEnding, LocalDate on)
            implements ReportCommand {}

    /// By the household while nobody has decided, by a clerk at any time before the result.
    @AllowedTo({PUBLIC, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record AddPhoto(@TargetAggregateIdentifier ReportId report, KeptPhoto photo, LocalDate on)
            implements ReportCommand {}

    @AllowedTo(SYSTEM)
    record TellResult(@TargetAggregateIdentifier ReportId report, ClueOutcome outcome, LocalDate on)
            implements ReportCommand {}
}
