package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to a clue.
///
/// `division` is the village of the household; `on` the village day on which the fact was true; a
/// clue without an outcome after `dueOn` rises one level.
public sealed interface ClueEvent extends Placed {

    ClueId clue();

    LocalDate on();

    /// `report` is the report the clue came from, absent for what others saw; `evidence` says in
    /// words what they saw and is empty for a report, which speaks for itself.
    @Stored("clue.registered")
    @Revision("1")
    record ClueRegistered(
            ClueId clue,
            String division,
            ClueChannel channel,
            @Nullable ReportId report,
            Subject subject,
            Risks risks,
            @Personal String evidence,
            LocalDate dueOn,
            LocalDate on)
            implements ClueEvent {}

    /// `office` is the division whose office follows the clue, `account` the one there, if named.
    @Stored("clue.assigned")
    @Revision("1")
    record ClueAssigned(
            ClueId clue,
            String division,
            String office,
            @Nullable String account,
            LocalDate dueOn,
            LocalDate on) implements ClueEvent {}

    /// Past `overdueSince` without an outcome: now `level` must see to it, until the new `dueOn`.
    @Stored("clue.escalated")
    @Revision("1")
    record ClueEscalated(
            ClueId clue, String division, ClueLevel level, LocalDate overdueSince, LocalDate dueOn, LocalDate on)
            implements ClueEvent {}

    @Decides(on = ClueRegistered.class)
    @Stored("clue.closed")
    @Revision("1")
    record ClueClosed(
            ClueId clue,
            String division,
            ClueOutcome outcome,
            @Personal String reason,
            @Nullable ReportId report,
            LocalDate on)
            implements ClueEvent {}
}
