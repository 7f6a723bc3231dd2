package cn.shouwang.monitoring.marking;

import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a household's entry in the national system; village and town enter it
/// there.
sealed interface MarkingCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default MarkingId marking() {
        return new MarkingId(household());
    }

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record MarkHousehold(HouseholdId household, String number, LocalDate on) implements MarkingCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record CorrectNumber(HouseholdId household, String number, LocalDate on) implements MarkingCommand {}
}
