package cn.shouwang.audit;

import cn.shouwang.evidence.LoggedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What the events of one stream add up to: of every field that is not personal the value it was last given,
/// and the event that gave it.
///
/// The services decide by rules of their own; this knows none of them. It tells what was recorded, never what
/// followed from it. Sealed parts are named and not opened.
final class Fold {

    /// A field's value and where it is from.
    record Fact(JsonNode value, LoggedEvent by) {}

    private final String stream;
    private final String type;
    private final TreeMap<String, Fact> facts = new TreeMap<>();
    private final List<LoggedEvent> events = new ArrayList<>();

    Fold(String stream, String type) {
        this.stream = stream;
        this.type = type;
    }

    void add(LoggedEvent event) {
        events.add(event);
        Mentions.payload(event).forEachEntry((name, value) -> {
            if (!name.equals("sealed")) {
                facts.put(name, new Fact(value, event));
            }
        });
    }

    String stream() {
        return stream;
    }

    String type() {
        return type;
    }

    Map<String, Fact> facts() {
        return facts;
    }

    List<LoggedEvent> events() {
        return events;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("stream", stream);
        json.put("type", type);
        var state = new LinkedHashMap<String, Object>();
        facts.forEach((name, fact) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("value", fact.value());
            one.putAll(origin(fact.by()));
            state.put(name, one);
        });
        json.put("state", state);
        json.put("timeline", events.stream().map(Fold::origin).toList());
        return json;
    }

    /// Both times of an event, who acted and in which office.
    static Map<String, Object> origin(LoggedEvent event) {
        var origin = new LinkedHashMap<String, Object>();
        var meta = Mentions.meta(event);
        origin.put("position", event.position());
        origin.put("event", event.name());
        origin.put("recorded", event.at().toString());
        origin.put("on", Mentions.payload(event).path("on").asString(""));
        origin.put("actor", meta.getOrDefault("actor", ""));
        origin.put("role", meta.getOrDefault("role", ""));
        return origin;
    }

    /// The same as a line of text.
    static String line(LoggedEvent event) {
        var meta = Mentions.meta(event);
        var on = Mentions.payload(event).path("on").asString("");
        return "[%d] %s，记录于 recorded %s%s，%s %s"
                .formatted(
                        event.position(),
                        event.name(),
                        event.at(),
                        on.isEmpty() ? "" : "，发生于 on " + on,
                        meta.getOrDefault("actor", "-"),
                        meta.getOrDefault("role", "-"))
                .stripTrailing();
    }
}
