package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What is done for a household.
///
/// This service's own history. A component may be added, never renamed, retyped or removed. `cycle` is the
/// case in which it is done, `division` the village, `on` the day the fact was true there. Words are sealed
/// per case; accounts stand where a later rule asks for them.
public sealed interface AssistanceEvent extends Placed {

    HouseholdId household();

    int cycle();

    LocalDate on();

    /// Help that could not wait for the procedure.
    @Stored("assistance.urgent-aid-granted")
    @Revision("1")
    record UrgentAidGranted(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String reason,
            long amountFen,
            String approver,
            LocalDate on)
            implements AssistanceEvent {}

    @Stored("assistance.measure-planned")
    @Revision("1")
    record MeasurePlanned(
            HouseholdId household,
            String division,
            int cycle,
            MeasureId measure,
            @Whose("household+cycle") Plan plan,
            String planner,
            LocalDate on)
            implements AssistanceEvent {}

    @Decides(on = MeasurePlanned.class)
    @Stored("assistance.measure-approved")
    @Revision("1")
    record MeasureApproved(
            HouseholdId household, String division, int cycle, MeasureId measure, String approver, LocalDate on)
            implements AssistanceEvent {}

    /// Something of the measure reached the household; from the first delivery on it is in place. `evidence`
    /// refers to the paper, the transfer or the photo. `risk` is what it is meant to meet; until revision 2 only
    /// the plan told, and it reads as absent.
    @Stored("assistance.measure-delivered")
    @Revision("2")
    record MeasureDelivered(
            HouseholdId household,
            String division,
            int cycle,
            MeasureId measure,
            Family family,
            @Nullable RiskType risk,
            long amountFen,
            @Whose("household+cycle") @Personal String evidence,
            LocalDate on)
            implements AssistanceEvent {}

    /// `result` says what came of it, or why it was cancelled.
    @Stored("assistance.measure-ended")
    @Revision("1")
    record MeasureEnded(
            HouseholdId household,
            String division,
            int cycle,
            MeasureId measure,
            Ending ending,
            @Whose("household+cycle") @Personal String result,
            LocalDate on)
            implements AssistanceEvent {}

    /// On `on` the household still lacked what it should have had by `dueOn`; said once a case.
    @Stored("assistance.lack-found")
    @Revision("1")
    record LackFound(HouseholdId household, String division, int cycle, Lack lack, LocalDate dueOn, LocalDate on)
            implements AssistanceEvent {}
}
