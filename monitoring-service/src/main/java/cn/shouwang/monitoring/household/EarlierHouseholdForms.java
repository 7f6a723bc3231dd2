package cn.shouwang.monitoring.household;

import cn.shouwang.platform.event.Upcast;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.stereotype.Component;

/// How events that were stored earlier are read today.
///
/// * `household.registered` 1 and `household.member-added` 2 did not tell the national system's
/// number.
/// * `household.member-decreased` 1 and `household.member-added` 2 knew of no moves between
/// households.
/// * `household.member-added` 1 did not say why somebody joined.
@Component
class EarlierHouseholdForms implements EventUpcaster {

    private static final EventUpcaster STEPS = Upcast.chain(
            Upcast.from("household.registered", "1").to("2", registered -> registered.putNull("nationalNumber")),
            Upcast.from("household.member-added", "1").to("2", added -> added.putNull("reason")),
            Upcast.from("household.member-added", "2")
                    .to("3", added -> added.putNull("nationalNumber").putNull("from")),
            Upcast.from("household.member-decreased", "1").to("2", decreased -> decreased.putNull("to")));

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return STEPS.upcast(events);
    }
}
