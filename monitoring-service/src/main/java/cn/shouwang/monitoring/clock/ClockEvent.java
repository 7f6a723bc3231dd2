package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the clock of a household's case. `division` is the village.
public sealed interface ClockEvent extends Placed {

    HouseholdId household();

    int cycle();

    LocalDate on();

    /// `step`, waited for since `since`, was due by `limit`: the office at `level` sees to it,
    /// until `dueOn`.
    @Stored("clock.case-escalated")
    @Revision("1")
    record CaseEscalated(
            HouseholdId household,
            String division,
            int cycle,
            CaseStep step,
            LocalDate since,
            LocalDate limit,
            ClueLevel level,
            LocalDate dueOn,
            LocalDate on)
            implements ClockEvent {}
}
