package cn.shouwang.monitoring.notice;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the notices about one household's removals.
///
/// This service's own history. A component may be added, never renamed, retyped or removed. `cycle` and
/// `attempt` name the removal, `number` counts the household's notices from 1, `division` is the village,
/// `on` the day the fact was true there. Words are sealed per case.
public sealed interface NoticeEvent extends Placed {

    HouseholdId household();

    int cycle();

    int attempt();

    int number();

    LocalDate on();

    /// The notice hangs at `place` and stays at least until `until`.
    @Stored("notice.hung")
    @Revision("1")
    record NoticeHung(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            int number,
            String place,
            @Whose("household+cycle") @Personal String text,
            LocalDate until,
            LocalDate on)
            implements NoticeEvent {}

    /// `objection` counts the objections to removals of the household from 1.
    @Stored("notice.objection-raised")
    @Revision("1")
    record NoticeObjected(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            int number,
            int objection,
            Objector by,
            @Whose("household+cycle") @Personal String text,
            LocalDate on)
            implements NoticeEvent {}

    /// The objector was told `explanation`. `upheld` when the objection was right: the notice comes down
    /// and the household is visited again.
    @Decides(on = NoticeObjected.class)
    @Stored("notice.objection-resolved")
    @Revision("1")
    record NoticeObjectionResolved(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            int number,
            int objection,
            boolean upheld,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate on)
            implements NoticeEvent {}

    @Stored("notice.taken-down")
    @Revision("1")
    record NoticeTakenDown(HouseholdId household, String division, int cycle, int attempt, int number, LocalDate on)
            implements NoticeEvent {}

    /// The village heard that the household is no longer monitored.
    @Stored("notice.result-announced")
    @Revision("1")
    record RemovalAnnounced(
            HouseholdId household, String division, int cycle, int attempt, int number, String place, LocalDate on)
            implements NoticeEvent {}
}
