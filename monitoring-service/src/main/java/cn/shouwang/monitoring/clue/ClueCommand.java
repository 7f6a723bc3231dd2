package cn.shouwang.monitoring.clue;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.DEPARTMENT_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked of a clue. `on` may lie in the past but never in the future.
sealed interface ClueCommand {

    ClueId clue();

    /// Someone saw it, or a department's figures point to it.
    @AllowedTo({
        GROUP_LEADER,
        VILLAGE_COMMITTEE,
        FIRST_SECRETARY,
        TEAM_MEMBER,
        TOWN_OFFICE,
        COUNTY_OFFICER,
        DEPARTMENT_OFFICER
    })
    record RegisterClue(
            @TargetAggregateIdentifier ClueId clue,
            String village,
            ClueChannel channel,
            Subject subject,
            Risks risks,
            String evidence,
            LocalDate on)
            implements ClueCommand {}

    /// A household reported itself and the report was accepted.
    @AllowedTo(SYSTEM)
    record RegisterReportedClue(
            @TargetAggregateIdentifier ClueId clue,
            String village,
            ClueChannel channel,
            ReportId report,
            Subject subject,
            Risks risks,
            LocalDate on)
            implements ClueCommand {}

    /// A comparison found the household and an office handed it on.
    @AllowedTo(SYSTEM)
    record RegisterAlertedClue(
            @TargetAggregateIdentifier ClueId clue, String village, Risks risks, String evidence, LocalDate on)
            implements ClueCommand {}

    /// Without `dueOn` the usual term runs from `on`.
    @AllowedTo({VILLAGE_COMMITTEE, TOWN_OFFICE, COUNTY_OFFICER})
    record AssignClue(
            @TargetAggregateIdentifier ClueId clue,
            String office,
            @Nullable String account,
            @Nullable LocalDate dueOn,
            LocalDate on)
            implements ClueCommand {}

    @AllowedTo(SYSTEM)
    record EscalateClue(@TargetAggregateIdentifier ClueId clue, LocalDate on) implements ClueCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER, SYSTEM})
    record CloseClue(@TargetAggregateIdentifier ClueId clue, ClueOutcome outcome, String reason, LocalDate on)
            implements ClueCommand {}
}
