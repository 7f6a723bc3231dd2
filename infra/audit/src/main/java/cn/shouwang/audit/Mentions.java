package cn.shouwang.audit;

import cn.shouwang.evidence.LoggedEvent;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an event says of whom.
final class Mentions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Mentions() {}

    /// Whether an event is of a subject's own stream, or names the subject anywhere in what it says, also as the
    /// one whose data are sealed in it.
    static boolean has(LoggedEvent event, String subject) {
        return event.stream().equals(subject) || event.payload().contains("\"" + subject + "\"");
    }

    /// The payload; an empty one when it cannot be read.
    static JsonNode payload(LoggedEvent event) {
        return object(event.payload());
    }

    /// Who acted, in which office, and what else is kept of that.
    static Map<String, String> meta(LoggedEvent event) {
        var meta = new TreeMap<String, String>();
        object(event.meta()).forEachEntry((name, value) -> meta.put(name, value.asString("")));
        return meta;
    }

    private static ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }
}
