package cn.shouwang.platform.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one earlier form of an event as today's: what is stored stays as it is.
///
/// ```java
/// Upcast.from("bell.rang", "1").to("2", bell -> bell.put("loud", false));
/// Upcast.from("bell.rung-out", "1").into(
///         Upcast.as("bell.rang", "2", bell -> bell.remove("cracked")),
///         Upcast.as("bell.cracked", "1", bell -> bell.remove("times")));
/// ```
///
/// The change works on a copy of the stored JSON. Parts below `sealed` are bound to the name of the
/// event they were stored with and can be opened under no other; of a split they stay with the event
/// that keeps the name. The first event of a split keeps the identity of the stored one: to consumers
/// and policies it is the one they may know already, so it is the one they act on.
public final class Upcast implements EventUpcaster {

    /// One event that an earlier form is read as.
    public record Form(SerializedType type, Consumer<ObjectNode> change) {}

    /// An earlier form that is not read as anything yet.
    public record Earlier(String name, String revision) {

        /// Reads it as a later revision of the same event.
        public Upcast to(String later, Consumer<ObjectNode> change) {
            return into(as(name, later, change));
        }

        /// Reads it as several events, in that order.
        public Upcast into(Form first, Form... others) {
            var forms = new ArrayList<Form>();
            forms.add(first);
            forms.addAll(Arrays.asList(others));
            return new Upcast(new SimpleSerializedType(name, revision), forms);
        }
    }

    private final SerializedType from;
    private final List<Form> forms;

    private Upcast(SerializedType from, List<Form> forms) {
        this.from = from;
        this.forms = List.copyOf(forms);
    }

    public static Earlier from(String name, String revision) {
        return new Earlier(name, revision);
    }

    public static Form as(String name, String revision, Consumer<ObjectNode> change) {
        return new Form(new SimpleSerializedType(name, revision), change);
    }

    /// Several steps, oldest form first, so that each may rest on those after it.
    public static EventUpcaster chain(EventUpcaster... steps) {
        return new EventUpcasterChain(steps);
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.flatMap(event -> event.getType().equals(from)
                ? forms.stream().map(form -> event.upcastPayload(form.type(), JsonNode.class, json -> read(form, json)))
                : Stream.of(event));
    }

    private static JsonNode read(Form form, JsonNode stored) {
        var copy = (ObjectNode) stored.deepCopy();
        form.change().accept(copy);
        return copy;
    }
}
