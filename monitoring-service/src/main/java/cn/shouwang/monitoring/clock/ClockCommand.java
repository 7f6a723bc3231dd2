package cn.shouwang.monitoring.clock;

import static cn.shouwang.platform.security.Role.SYSTEM;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of the clock of a household's case.
sealed interface ClockCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default ClockId clock() {
        return new ClockId(household());
    }

    /// Follows from the calendar, so nobody asks for it but the clock.
    @AllowedTo(SYSTEM)
    record EscalateCase(HouseholdId household, LocalDate on) implements ClockCommand {}
}
