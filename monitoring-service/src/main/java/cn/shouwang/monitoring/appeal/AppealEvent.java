package cn.shouwang.monitoring.appeal;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a household's appeal against the rejection of case `cycle`. `division` is the village;
/// words are sealed with those of the case.
public sealed interface AppealEvent extends Placed {

    HouseholdId household();

    default AppealId appeal() {
        return new AppealId(household());
    }

    int cycle();

    LocalDate on();

    /// The town answers until `answerBy`.
    @Stored("appeal.filed")
    @Revision("1")
    record AppealFiled(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String text,
            LocalDate answerBy,
            LocalDate on)
            implements AppealEvent {}

    /// The rejection stands; the household was told `explanation` on that day.
    @Decides(on = AppealFiled.class)
    @Stored("appeal.dismissed")
    @Revision("1")
    record AppealDismissed(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate on)
            implements AppealEvent {}

    /// The household is verified anew, visited until `visitBy`; it was told so on that day.
    @Decides(on = AppealFiled.class)
    @Stored("appeal.granted")
    @Revision("1")
    record AppealGranted(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate visitBy,
            LocalDate on)
            implements AppealEvent {}
}
