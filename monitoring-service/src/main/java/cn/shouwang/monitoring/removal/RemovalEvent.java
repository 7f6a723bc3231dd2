package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Decision.LineUsed;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen on a household's way out of monitoring.
///
/// This service's own history; other services read the published contract instead. A component may
/// be added, never renamed, retyped or removed. `cycle` is the case that is to end, `attempt`
/// counts the household's removals from 1, `division` is the village, `on` the day the fact was
/// true there. What was written in words is sealed per case, like the words of the case itself.
public sealed interface RemovalEvent extends Placed {

    HouseholdId household();

    int cycle();

    int attempt();

    LocalDate on();

    /// `reason` tells how a household came out by itself; absent with assistance.
    @Stored("removal.proposed")
    @Revision("1")
    record RemovalProposed(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            RemovalMode mode,
            @Nullable @Whose("household+cycle") @Personal String reason,
            LocalDate on)
            implements RemovalEvent {}

    /// `repeated` when the household was visited for this removal before.
    @Stored("removal.household-visited")
    @Revision("2")
    record ExitVisited(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            ExitVisit visit,
            boolean repeated,
            LocalDate on)
            implements RemovalEvent {}

    /// At least one criterion does not hold; `checks` explains every one. Another visit may show
    /// more.
    @Stored("removal.blocked")
    @Revision("1")
    record RemovalBlocked(
            HouseholdId household, String division, int cycle, int attempt, List<Check> checks, LocalDate on)
            implements RemovalEvent {

        public RemovalBlocked {
            checks = List.copyOf(checks);
        }
    }

    @Stored("removal.appraisal-held")
    @Revision("1")
    record ExitAppraised(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            @Whose("household+cycle") ExitAppraisal appraisal,
            LocalDate on)
            implements RemovalEvent {}

    @Decides(on = ExitAppraised.class, collectedBy = ExitVisited.class)
    @Stored("removal.town-review-passed")
    @Revision("1")
    record RemovalReviewPassed(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            @Whose("household+cycle") @Personal String opinion,
            String reviewer,
            LocalDate on)
            implements RemovalEvent {}

    /// The town sends the removal back; the household is visited again.
    @Decides(on = ExitAppraised.class, collectedBy = ExitVisited.class)
    @Stored("removal.returned-by-town")
    @Revision("1")
    record RemovalReturned(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            @Whose("household+cycle") @Personal String reason,
            LocalDate on)
            implements RemovalEvent {}

    /// The household is no longer monitored from `on`. `checks` is every criterion as it stood,
    /// `terms` the first day of the edition they were measured by, `line` and `incomePerHeadFen`
    /// what the income was measured against (rule M15), `months` how long the household was
    /// monitored, and `determiner` the account that determined.
    @Decides(on = RemovalReviewPassed.class, collectedBy = ExitVisited.class)
    @Stored("removal.risk-removed")
    @Revision("1")
    record RiskRemoved(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            RemovalMode mode,
            String decisionNo,
            List<Check> checks,
            LocalDate terms,
            LineUsed line,
            long incomePerHeadFen,
            int months,
            String determiner,
            LocalDate on)
            implements RemovalEvent {

        public RiskRemoved {
            checks = List.copyOf(checks);
        }
    }

    /// The removal goes no further; the household stays monitored.
    @Decides(on = {ExitAppraised.class, RemovalReviewPassed.class})
    @Stored("removal.dropped")
    @Revision("1")
    record RemovalDropped(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            @Whose("household+cycle") @Personal String reason,
            LocalDate on)
            implements RemovalEvent {}

    /// The removal was not stable: the household is monitored again from `on`, in the same case.
    @Stored("removal.reverted")
    @Revision("1")
    record RemovalReverted(
            HouseholdId household,
            String division,
            int cycle,
            int attempt,
            @Whose("household+cycle") @Personal String reason,
            LocalDate on)
            implements RemovalEvent {}

    /// Nobody is left in the household: monitoring is closed, which is no removal of a risk.
    /// `attempt` is the removal that was under way or came before, 0 when there was none.
    @Stored("removal.natural-decrease-recorded")
    @Revision("1")
    record NaturalDecreaseRecorded(
            HouseholdId household, String division, int cycle, int attempt, DecreaseGround ground, LocalDate on)
            implements RemovalEvent {}
}
