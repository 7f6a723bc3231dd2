package cn.shouwang.build.kept;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What in a contract schema breaks somebody who relied on an earlier state of it.
///
/// There are two readers: one built against the earlier state who gets today's messages, and one built
/// today who reads the topic from its beginning. So a property that was there stays as it is, required
/// or not; what is new is optional, because old messages lack it; and no value is allowed or forbidden
/// that was not before, neither more enum constants nor fewer. Texts for people may change.
final class SchemaChanges {

    private static final Set<String> TEXTS = Set.of("description", "$comment", "examples");

    /// Below these every member is a schema, and members may be added.
    private static final Set<String> OPEN = Set.of("properties", "$defs");

    private final List<String> breaking = new ArrayList<>();

    private SchemaChanges() {}

    /// One line for each breaking change, with the place in the schema; empty when there is none.
    static List<String> breaking(JsonNode before, JsonNode now) {
        var changes = new SchemaChanges();
        changes.schema("", before, now);
        return List.copyOf(changes.breaking);
    }

    private void schema(String at, JsonNode before, JsonNode now) {
        if (!before.isObject() || !now.isObject()) {
            same(at, "schema", before, now);
            return;
        }
        var keywords = new LinkedHashSet<>(before.propertyNames());
        keywords.addAll(now.propertyNames());
        for (var keyword : keywords) {
            keyword(at, keyword, before.path(keyword), now.path(keyword));
        }
    }

    private void keyword(String at, String keyword, JsonNode before, JsonNode now) {
        if (OPEN.contains(keyword)) {
            members(at, before, now);
        } else if (keyword.equals("required")) {
            required(at, before, now);
        } else if (keyword.equals("items")) {
            schema(at + "/items", before, now);
        } else if (keyword.equals("enum")) {
            constants(at, before, now);
        } else if (!TEXTS.contains(keyword)) {
            same(at, keyword, before, now);
        }
    }

    private void members(String at, JsonNode before, JsonNode now) {
        for (var name : before.propertyNames()) {
            if (now.has(name)) {
                schema(at + "/" + name, before.get(name), now.get(name));
            } else {
                breaking.add(at + "/" + name + " is gone");
            }
        }
    }

    private void required(String at, JsonNode before, JsonNode now) {
        var earlier = texts(before);
        var today = texts(now);
        missing(earlier, today).forEach(name -> breaking.add(at + "/" + name + " is not required any more"));
        missing(today, earlier).forEach(name -> breaking.add(at + "/" + name + " is required and was not"));
    }

    private void constants(String at, JsonNode before, JsonNode now) {
        if (before.isMissingNode() || now.isMissingNode()) {
            same(at, "enum", before, now);
            return;
        }
        var earlier = texts(before);
        var today = texts(now);
        missing(earlier, today).forEach(constant -> breaking.add(at + " is never " + constant + " any more"));
        missing(today, earlier).forEach(constant -> breaking.add(at + " may be " + constant + " and never was"));
    }

    private void same(String at, String keyword, JsonNode before, JsonNode now) {
        if (!before.equals(now)) {
            breaking.add("%s: %s was %s and is %s".formatted(at, keyword, text(before), text(now)));
        }
    }

    private static Set<String> missing(Set<String> these, Set<String> among) {
        var missing = new TreeSet<>(these);
        missing.removeAll(among);
        return missing;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(item -> texts.add(item.isString() ? item.stringValue() : item.toString()));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
