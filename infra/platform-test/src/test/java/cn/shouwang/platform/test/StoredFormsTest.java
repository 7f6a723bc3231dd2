package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StoredFormsTest {

    public sealed interface BellEvent extends Placed {

        @Stored("bell.rang")
        @Revision("2")
        record BellRang(String division, int times) implements BellEvent {}
    }

    private static final BellEvent RANG = new BellEvent.BellRang("440233", 3);
    private static final String FORM = """
            {"division": "440233", "times": 3}""";

    @TempDir
    private Path resources;

    @Test
    void an_event_stored_as_approved_passes() throws Exception {
        approve("rang.2.json", FORM);
        assertThat(run(RANG)).isEqualTo(2);
    }

    @Test
    void an_event_without_an_approved_form_fails_and_shows_the_form() {
        assertThatThrownBy(() -> run(RANG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rang.2.json")
                .hasMessageContaining("\"times\" : 3");
    }

    @Test
    void a_form_that_is_missing_is_written_when_asked_for() throws Exception {
        runAll(new StoredForms(BellEvent.class, new EventUpcasterChain(), resources, true), RANG);
        assertThat(run(RANG)).isEqualTo(2);
    }

    @Test
    void a_form_that_exists_is_never_overwritten() throws Exception {
        approve("rang.2.json", "{}");
        assertThatThrownBy(
                        () -> runAll(new StoredForms(BellEvent.class, new EventUpcasterChain(), resources, true), RANG))
                .hasMessageContaining("not stored as approved");
        assertThat(resources.resolve("events/bell/rang.2.json")).hasContent("{}");
    }

    @Test
    void an_event_that_gained_a_component_fails() throws Exception {
        approve("rang.2.json", "{\"division\": \"440233\"}");
        assertThatThrownBy(() -> run(RANG)).hasMessageContaining("not stored as approved");
    }

    @Test
    void an_event_without_a_sample_fails() throws Exception {
        approve("rang.2.json", FORM);
        assertThatThrownBy(() -> run()).hasMessageContaining("0 samples of BellRang");
    }

    @Test
    void two_samples_of_one_event_fail() throws Exception {
        approve("rang.2.json", FORM);
        assertThatThrownBy(() -> run(RANG, RANG)).hasMessageContaining("2 samples of BellRang");
    }

    @Test
    void an_older_form_is_read_through_its_upcaster_or_fails() throws Exception {
        approve("rang.2.json", FORM);
        approve("rang.1.json", "{\"division\": \"440233\", \"strokes\": 3}");
        assertThatThrownBy(() -> run(RANG)).hasMessageContaining("rang.1.json was approved once and cannot be read");
        assertThat(runAll(new StoredForms(BellEvent.class, strokesBecomeTimes(), resources, false), RANG))
                .isEqualTo(3);
    }

    @Test
    void a_form_of_an_event_that_is_gone_fails() throws Exception {
        approve("rang.2.json", FORM);
        approve("cracked.1.json", "{}");
        assertThatThrownBy(() -> run(RANG)).hasMessageContaining("is read as no event any more");
    }

    private int run(Object... samples) throws Exception {
        return runAll(new StoredForms(BellEvent.class, new EventUpcasterChain(), resources, false), samples);
    }

    private static int runAll(StoredForms forms, Object... samples) throws Exception {
        var tests = forms.tests(samples).toList();
        for (DynamicTest test : tests) {
            try {
                test.getExecutable().execute();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
        return tests.size();
    }

    private void approve(String file, String json) throws IOException {
        Files.createDirectories(resources.resolve("events/bell"));
        Files.writeString(resources.resolve("events/bell").resolve(file), json);
    }

    private static EventUpcaster strokesBecomeTimes() {
        return new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(new SimpleSerializedType("bell.rang", "1"));
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(new SimpleSerializedType("bell.rang", "2"), JsonNode.class, json -> {
                    var bell = (ObjectNode) json;
                    bell.set("times", bell.remove("strokes"));
                    return bell;
                });
            }
        };
    }
}
