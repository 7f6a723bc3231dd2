package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/// Compares the stored form of events with the approved one in
/// `events/<concept>/<fact>.<revision>.json`, which is never edited once an event was stored.
public final class StoredForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredForms() {}

    /// One test per event of a sealed history: it has a sample, its form is the approved one, and the
    /// approved form reads back as the same event.
    public static Stream<DynamicTest> of(Class<?> history, List<?> samples) {
        var catalogue = Catalogue.of(history);
        var serializer = new EventSerializer(catalogue);
        return catalogue.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    var sample = samples.stream()
                            .filter(entry.type()::isInstance)
                            .findFirst()
                            .orElseThrow();
                    var stored = serializer.serialize(sample, String.class);
                    var approved = approved(entry);
                    assertThat(JSON.readTree(stored.getData()))
                            .as(stored.getData())
                            .isEqualTo(JSON.readTree(approved));
                    Object read = serializer.deserialize(
                            new SimpleSerializedObject<>(approved, String.class, entry.name(), entry.revision()));
                    assertThat(read).isEqualTo(sample);
                }));
    }

    private static String approved(Catalogue.Entry entry) throws IOException {
        var path = "/events/" + entry.name().replace('.', '/') + "." + entry.revision() + ".json";
        try (var form = StoredForms.class.getResourceAsStream(path)) {
            assertThat(form).as("approved form " + path).isNotNull();
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
