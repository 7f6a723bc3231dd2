package cn.shouwang.build.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Breaks a contract that others rely on, in every way there is, and sees each told.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaChangesTest {

    private static final JsonNode DETERMINED = JsonMapper.builder()
            .build()
            .readTree(Path.of(
                    "../contracts/src/main/resources/contracts/monitoring/household-determined.v1.schema.json"));

    static Stream<Arguments> breaking() {
        return Stream.of(
                seed("/cycle is gone", it -> properties(it).remove("cycle")),
                seed("/members/items/ability is gone", it -> properties(members(it))
                        .remove("ability")),
                seed("/lineFen is gone", it -> {
                    var line = properties(it).remove("lineFen"); // renamed
                    properties(it).set("lineInFen", line);
                }),
                seed("/household is not required any more", it -> required(it).remove(0)),
                seed("/town is required and was not", it -> {
                    property(it, "town", "string");
                    required(it).add("town");
                }),
                seed("/members/items/since is required and was not", it -> {
                    property(members(it), "since", "string");
                    required(members(it)).add("since");
                }),
                seed("/cycle: type was \"integer\" and is \"number\"", it -> of(it, "cycle")
                        .put("type", "number")),
                seed(
                        "/cycle: type was \"integer\" and is [\"integer\",\"null\"]",
                        it -> of(it, "cycle").putArray("type").add("integer").add("null")),
                seed("/category may be NATURAL and never was", it -> constants(it)
                        .add("NATURAL")),
                seed("/category is never UNSTABLE_LIFTED any more", it -> constants(it)
                        .remove(0)),
                seed("/category: enum was", it -> of(it, "category").remove("enum")),
                seed(
                        "/determinedOn: enum was absent",
                        it -> of(it, "determinedOn").putArray("enum").add("2025-03-02")),
                seed("/determinedOn: format was \"date\" and is absent", it -> of(it, "determinedOn")
                        .remove("format")),
                seed("/village: pattern was", it -> of(it, "village").put("pattern", "^[0-9]{6,12}$")),
                seed("/cycle: minimum was 1 and is 0", it -> of(it, "cycle").put("minimum", 0)),
                seed("/cycle: maximum was absent and is 9", it -> of(it, "cycle")
                        .put("maximum", 9)),
                seed("/risks: maxItems was 5 and is 8", it -> of(it, "risks").put("maxItems", 8)),
                seed("/risks: minItems was 1 and is absent", it -> of(it, "risks")
                        .remove("minItems")),
                seed("/risks: uniqueItems was true and is false", it -> of(it, "risks")
                        .put("uniqueItems", false)),
                seed(
                        "/risks/items may be DEBT and never was",
                        it -> ((ArrayNode) of(it, "risks").get("items").get("enum")).add("DEBT")),
                seed("/members/items: schema was", it -> of(it, "members").remove("items")),
                seed(": additionalProperties was false and is true", it -> it.put("additionalProperties", true)),
                seed(": additionalProperties was false and is absent", it -> it.remove("additionalProperties")),
                seed(": title was", it -> it.put("title", "cn.shouwang.monitoring.household-determined.v2")),
                seed(": oneOf was absent", it -> it.putArray("oneOf").addObject()));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                seed("nothing", _ -> {}),
                seed("a new optional property", it -> property(it, "town", "string")),
                seed("a new optional property of a member", it -> property(members(it), "since", "string")),
                seed("other words", it -> {
                    it.put("description", "better said");
                    of(it, "cycle").put("description", "better said");
                    of(it, "household").put("description", "said at all");
                }),
                seed("another order", it -> {
                    var household = properties(it).remove("household");
                    properties(it).set("household", household);
                    required(it).add(required(it).remove(0));
                    constants(it).add(constants(it).remove(0));
                }));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void a_breaking_change_is_told_with_its_place(String told, Consumer<ObjectNode> change) {
        assertThat(SchemaChanges.breaking(DETERMINED, changed(change)))
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).startsWith(told));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void what_nobody_can_stumble_over_is_let_through(String what, Consumer<ObjectNode> change) {
        assertThat(SchemaChanges.breaking(DETERMINED, changed(change))).as(what).isEmpty();
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        var schema = (ObjectNode) DETERMINED.deepCopy();
        change.accept(schema);
        return schema;
    }

    private static Arguments seed(String what, Consumer<ObjectNode> change) {
        return Arguments.of(what, change);
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode of(JsonNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }

    private static ObjectNode members(JsonNode schema) {
        return (ObjectNode) of(schema, "members").get("items");
    }

    private static ArrayNode required(JsonNode schema) {
        return (ArrayNode) schema.get("required");
    }

    private static ArrayNode constants(JsonNode schema) {
        return (ArrayNode) of(schema, "category").get("enum");
    }

    private static void property(JsonNode schema, String name, String type) {
        properties(schema).putObject(name).put("type", type);
    }
}
