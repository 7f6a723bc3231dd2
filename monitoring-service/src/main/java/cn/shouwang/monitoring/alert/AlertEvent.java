package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.batch.BatchId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.comparison.Standing;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to an alert.
///
/// `division` is the village of the household; `on` the village day of the act. People are told by the
/// register's own numbers.
public sealed interface AlertEvent extends Placed {

    AlertId alert();

    HouseholdId household();

    LocalDate on();

    /// `rule` of the edition that begins on `edition` found the household in `batch`. What was measured and
    /// the threshold are in the unit of the rule's measure, fen or a number.
    @Stored("alert.raised")
    @Revision("1")
    record AlertRaised(
            AlertId alert,
            String division,
            HouseholdId household,
            MemberId member,
            BatchId batch,
            Dataset dataset,
            String rule,
            LocalDate edition,
            Effect effect,
            List<RiskType> risks,
            Standing standing,
            String span,
            long measured,
            long threshold,
            int rank,
            LocalDate on)
            implements AlertEvent {

        public AlertRaised {
            risks = List.copyOf(risks);
        }
    }

    @Decides(on = AlertRaised.class)
    @Stored("alert.closed")
    @Revision("1")
    record AlertClosed(AlertId alert, String division, HouseholdId household, CloseReason reason, LocalDate on)
            implements AlertEvent {}

    /// It is followed as a clue from here on.
    @Decides(on = AlertRaised.class)
    @Stored("alert.dispatched")
    @Revision("1")
    record AlertDispatched(
            AlertId alert,
            String division,
            HouseholdId household,
            Dataset dataset,
            String rule,
            List<RiskType> risks,
            LocalDate on)
            implements AlertEvent {

        public AlertDispatched {
            risks = List.copyOf(risks);
        }
    }

    /// Its clue ended.
    @Stored("alert.verified")
    @Revision("1")
    record AlertVerified(AlertId alert, String division, HouseholdId household, ClueOutcome outcome, LocalDate on)
            implements AlertEvent {}
}
