package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/// Holds every event of a history to the form in which it was once approved:
/// `events/<concept>/<kebab-fact>.<revision>.json` on the test class path.
///
/// An event without an example, an example without an approved form, and a form that no longer reads
/// back equal are failures. To approve a new form, write the file by hand.
public final class StoredForms {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredForms() {}

    /// One test per event of `history`; `examples` hold one of each.
    public static Stream<DynamicTest> of(Class<?> history, Object... examples) {
        var catalogue = Catalogue.of(history);
        var serializer = new EventSerializer(catalogue);
        return catalogue.entries().stream()
                .map(entry ->
                        dynamicTest(entry.name() + "." + entry.revision(), () -> check(serializer, entry, examples)));
    }

    private static void check(EventSerializer serializer, Catalogue.Entry entry, Object... examples) {
        var example = Arrays.stream(examples)
                .filter(entry.type()::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + entry.name()));
        var approved = approved(entry);
        var stored = serializer.serialize(example, String.class);
        assertThat(stored.getType()).isEqualTo(new SimpleSerializedType(entry.name(), entry.revision()));
        assertThat(MAPPER.readTree(stored.getData())).isEqualTo(MAPPER.readTree(approved));
        Object read = serializer.deserialize(
                new SimpleSerializedObject<>(approved, String.class, entry.name(), entry.revision()));
        assertThat(read).isEqualTo(example);
    }

    private static String approved(Catalogue.Entry entry) {
        var path = "events/%s.%s.json".formatted(entry.name().replace('.', '/'), entry.revision());
        try (var stream = StoredForms.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError("no approved form " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
