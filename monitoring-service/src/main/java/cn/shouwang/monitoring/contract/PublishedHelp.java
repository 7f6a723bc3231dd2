package cn.shouwang.monitoring.contract;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.platform.messaging.Outgoing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the others hear that a household was helped.
final class PublishedHelp {

    private PublishedHelp() {}

    static Optional<Outgoing> of(AssistanceEvent event) {
        return switch (event) {
            case MeasureDelivered delivered ->
                Optional.of(new Outgoing(
                        "monitoring.household-helped.v1",
                        delivered.household().toString(),
                        new HouseholdHelpedV1(
                                delivered.household().toString(),
                                delivered.division(),
                                delivered.cycle(),
                                delivered.measure().toString(),
                                delivered.family().name(),
                                name(delivered.risk()),
                                delivered.amountFen(),
                                delivered.on())));
            case UrgentAidGranted _, MeasurePlanned _, MeasureApproved _, MeasureEnded _, LackFound _ ->
                Optional.empty();
        };
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
