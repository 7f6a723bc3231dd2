package cn.shouwang.monitoring.assistance;

import cn.shouwang.platform.event.Upcast;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.stereotype.Component;

/// How events that were stored earlier are read today: `assistance.measure-delivered` 1 did not say which
/// risk the measure is meant to meet.
@Component
class EarlierAssistanceForms implements EventUpcaster {

    private static final EventUpcaster STEPS =
            Upcast.from("assistance.measure-delivered", "1").to("2", delivered -> delivered.putNull("risk"));

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return STEPS.upcast(events);
    }
}
