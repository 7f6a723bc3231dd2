package cn.shouwang.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the line of a leaf.
final class LeafReader {

    private static final int LONGEST = 64 << 20; // characters; a commit is refused long before
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private final byte[] line;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    LeafReader(byte[] line) {
        this.line = line;
    }

    LoggedEvent event() {
        try {
            read();
            var event = build();
            if (Arrays.equals(new LeafLine().of(event), line)) {
                return event;
            }
        } catch (JacksonException | DateTimeException _) {
            // told below, never with what the line says
        }
        throw new Malformed("not the line of an event in its canonical form");
    }

    private void read() {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            must(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                switch (parser.nextToken()) {
                    case VALUE_STRING -> texts.put(name, parser.getString());
                    case VALUE_NUMBER_INT -> numbers.put(name, parser.getLongValue());
                    default -> must(false);
                }
            }
            must(parser.currentToken() == JsonToken.END_OBJECT);
        }
    }

    private LoggedEvent build() {
        return new LoggedEvent(
                number("position"),
                number("commit"),
                optional("key"),
                optional("print"),
                text("stream"),
                text("type"),
                number("sequence"),
                text("id"),
                text("name"),
                text("revision"),
                Instant.parse(text("at")),
                text("payload"),
                text("meta"));
    }

    private String text(String name) {
        var text = texts.get(name);
        must(text != null);
        return text == null ? "" : text;
    }

    private @Nullable String optional(String name) {
        return texts.get(name);
    }

    private long number(String name) {
        var number = numbers.get(name);
        must(number != null);
        return number == null ? 0 : number;
    }

    private static void must(boolean holds) {
        if (!holds) {
            throw new Malformed("not the line of an event");
        }
    }
}
