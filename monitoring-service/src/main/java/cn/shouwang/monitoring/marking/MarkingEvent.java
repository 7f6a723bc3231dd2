package cn.shouwang.monitoring.marking;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a household's entry in the national system. `number` is the household's there
/// (户编号): whoever has it finds the household, so it is sealed with the words of its case.
/// `division` is the village.
public sealed interface MarkingEvent extends Placed {

    HouseholdId household();

    int cycle();

    LocalDate on();

    @Stored("marking.household-marked")
    @Revision("1")
    record HouseholdMarked(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String number,
            LocalDate on)
            implements MarkingEvent {}

    /// The number was entered wrongly before.
    @Stored("marking.number-corrected")
    @Revision("1")
    record NumberCorrected(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String number,
            LocalDate on)
            implements MarkingEvent {}
}
