package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.income.EarlierIncome;
import cn.shouwang.platform.event.Upcast;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// How events that were stored earlier are read today.
///
/// * `identification.opened` 1 also assigned the visit. A visit is assigned again when a case comes
///   back to it, so this is a fact of its own: the case is opened, then the visit assigned.
/// * `identification.town-review-passed` 1 did not say whether the town saw the household for itself.
/// * `identification.household-visited` 1 told sums of an income without a table of items.
/// * `identification.household-determined` 1 was decided when no setting said whether the departments must be
///   asked.
@Component
class EarlierIdentificationForms implements EventUpcaster {

    private static final EventUpcaster STEPS = Upcast.chain(
            Upcast.from("identification.opened", "1")
                    .into(
                            Upcast.as("identification.opened", "2", opened -> opened.remove("visitBy")),
                            Upcast.as(
                                    "identification.visit-assigned",
                                    "1",
                                    opened -> opened.retain("household", "division", "cycle", "visitBy", "on"))),
            Upcast.from("identification.town-review-passed", "1").to("2", review -> review.put("sampled", false)),
            Upcast.from("identification.household-visited", "1")
                    .to("2", visited -> EarlierIncome.complete((ObjectNode) visited.get("visit"), on(visited))),
            Upcast.from("identification.household-determined", "1")
                    .to("2", determined -> ((ObjectNode) determined.get("decision")).putNull("comparison")));

    private static String on(ObjectNode event) {
        return event.get("on").stringValue();
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return STEPS.upcast(events);
    }
}
