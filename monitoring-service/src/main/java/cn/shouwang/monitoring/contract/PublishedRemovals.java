package cn.shouwang.monitoring.contract;

import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.messaging.Outgoing;
import java.util.Optional;

/// How the others hear that monitoring of a household is over, or goes on after all.
final class PublishedRemovals {

    private PublishedRemovals() {}

    static Optional<Outgoing> of(RemovalEvent event) {
        return switch (event) {
            case RiskRemoved removed ->
                told(
                        "monitoring.risk-removed.v1",
                        removed,
                        new RiskRemovedV1(
                                removed.household().toString(),
                                removed.division(),
                                removed.cycle(),
                                removed.mode().name(),
                                removed.on(),
                                removed.months(),
                                removed.incomePerHeadFen(),
                                removed.line().amountFen()));
            case RemovalReverted reverted ->
                told(
                        "monitoring.removal-reverted.v1",
                        reverted,
                        new RemovalRevertedV1(
                                reverted.household().toString(), reverted.division(), reverted.cycle(), reverted.on()));
            case NaturalDecreaseRecorded closed ->
                told(
                        "monitoring.natural-decrease-recorded.v1",
                        closed,
                        new NaturalDecreaseRecordedV1(
                                closed.household().toString(),
                                closed.division(),
                                closed.cycle(),
                                closed.ground().name(),
                                closed.on()));
            case RemovalProposed _,
                    ExitVisited _,
                    RemovalBlocked _,
                    ExitAppraised _,
                    RemovalReviewPassed _,
                    RemovalReturned _,
                    RemovalDropped _ -> Optional.empty();
        };
    }

    private static Optional<Outgoing> told(String type, RemovalEvent event, Object data) {
        return Optional.of(new Outgoing(type, event.household().toString(), data));
    }
}
