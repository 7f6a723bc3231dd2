package cn.shouwang.pear;

import cn.shouwang.platform.event.Upcast;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.stereotype.Component;

/// A pear was once planted and watered in one event.
@Component
class EarlierPearForms implements EventUpcaster {

    private static final EventUpcaster PLANTED_AND_WATERED = Upcast.from("pear.planted-and-watered", "1")
            .into(
                    Upcast.as("pear.planted", "1", pear -> pear.remove("litres")),
                    Upcast.as("pear.watered", "1", pear -> pear.remove("on")));

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return PLANTED_AND_WATERED.upcast(events);
    }
}
