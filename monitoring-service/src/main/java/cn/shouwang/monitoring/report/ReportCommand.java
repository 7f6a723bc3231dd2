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
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a report. `on` may lie in the past, since calls and visits are entered
/// late, but never in the future.
sealed interface ReportCommand {

    TrackingNumber report();

    /// What every way of reporting tells.
    record Filing(String village, Applicant applicant, Need need, LocalDate on) {}

    @AllowedTo(PUBLIC)
    record SubmitReport(@TargetAggregateIdentifier TrackingNumber report, Filing filing) implements ReportCommand {}

    @AllowedTo(PUBLIC)
    record SubmitDelegatedReport(@TargetAggregateIdentifier TrackingNumber report, Filing filing, Delegate delegate)
            implements ReportCommand {}

    /// The county answers the hotline too.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record RecordPhoneReport(@TargetAggregateIdentifier TrackingNumber report, Filing filing, Phone caller)
            implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record RecordWindowReport(@TargetAggregateIdentifier TrackingNumber report, Filing filing)
            implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record AcceptReport(@TargetAggregateIdentifier TrackingNumber report, LocalDate on) implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record RefuseReport(
            @TargetAggregateIdentifier TrackingNumber report, RefusalReason reason, String text, LocalDate on)
            implements ReportCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record TellRefusal(@TargetAggregateIdentifier TrackingNumber report, LocalDate on) implements ReportCommand {}

    @AllowedTo(PUBLIC)
    record WithdrawReport(@TargetAggregateIdentifier TrackingNumber report, LocalDate on) implements ReportCommand {}

    @AllowedTo(SYSTEM)
    record TellResult(@TargetAggregateIdentifier TrackingNumber report, ClueOutcome outcome, LocalDate on)
            implements ReportCommand {}
}
