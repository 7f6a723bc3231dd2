package cn.shouwang.platform.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// What a stored event says openly: its division, its day, the ids it mentions and the words it is found
/// by. What is sealed is passed over unopened.
///
/// Every text is an id unless it is a constant in capitals, a day or an instant, or is no single word of
/// at most 64 characters.
public final class Gist {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final Pattern ID = Pattern.compile("[\\p{Alnum}._:@+/-]{1,64}");
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_IDS = 1_024;

    private String division = "";
    private @Nullable LocalDate on;
    private final Set<String> about = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();

    private Gist() {}

    /// The gist of a payload as it is stored.
    public static Gist of(String payload) {
        var gist = new Gist();
        try (var parser = JSON.createParser(payload)) {
            gist.read(parser);
        }
        return gist;
    }

    /// The texts of stored metadata by key.
    static Map<String, String> meta(String meta) {
        var texts = new LinkedHashMap<String, String>();
        try (var parser = JSON.createParser(meta)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    texts.put(parser.currentName(), parser.getString());
                }
            }
        }
        return texts;
    }

    public String division() {
        return division;
    }

    /// The village day; of an event that has none the day on which it was recorded.
    public LocalDate onOr(Instant recordedAt) {
        return on == null ? recordedAt.atZone(HERE).toLocalDate() : on;
    }

    /// The ids the event mentions.
    public Set<String> about() {
        return about;
    }

    Set<String> words() {
        return words;
    }

    private void read(JsonParser parser) {
        var depth = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case PROPERTY_NAME -> {
                    if (depth == 1 && parser.currentName().equals("sealed")) {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
                case VALUE_STRING ->
                    said(depth, Objects.requireNonNullElse(parser.currentName(), ""), parser.getString());
                default -> {}
            }
        }
    }

    /// An event without a division of its own lies where the first thing in it lies that has one.
    private void said(int depth, String component, String text) {
        if (component.equals("division") && (depth == 1 || division.isEmpty())) {
            division = text;
        } else if (component.equals("on") && depth == 1) {
            on = day(text);
        } else {
            said(text);
        }
    }

    private void said(String text) {
        if (text.isBlank() || DAY.matcher(text).matches()) {
            return;
        }
        if (CONSTANT.matcher(text).matches()) {
            words.add(text.toLowerCase(Locale.ROOT));
            Terms.add(text, words);
        } else if (ID.matcher(text).matches() && about.size() < MOST_IDS) {
            about.add(text);
            Terms.addBeginning(text, words);
        } else {
            Terms.add(text, words);
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
