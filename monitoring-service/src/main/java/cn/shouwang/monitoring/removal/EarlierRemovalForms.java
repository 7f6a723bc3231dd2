package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.income.EarlierIncome;
import cn.shouwang.platform.event.Upcast;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// How events that were stored earlier are read today: `removal.household-visited` 1 told sums of
/// an income without a table of items.
@Component
class EarlierRemovalForms implements EventUpcaster {

    private static final EventUpcaster STEPS =
            Upcast.from("removal.household-visited", "1").to("2", EarlierRemovalForms::complete);

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return STEPS.upcast(events);
    }

    private static void complete(ObjectNode visited) {
        EarlierIncome.complete(
                (ObjectNode) visited.get("visit").get("visit"),
                visited.get("on").stringValue());
    }
}
