package cn.shouwang.platform.test;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.history.Gist;
import cn.shouwang.platform.sealing.Seals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Holds a history to the forms in which it was approved.
///
/// The approved form of an event stored as `household.risk-found`, revision 1, stands in
/// `src/test/resources/events/household/risk-found.1.json` and is never edited: what was stored once
/// must be read for ever. With `-Dshouwang.approve=true` forms that are missing are written, to be
/// read by a person and committed; a form that exists is never touched. What the log keeps sealed stands
/// in the approved form opened, below `sealed`.
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> forms() {
///     return StoredForms.of(HouseholdEvent.class, REGISTERED, RISK_FOUND, RISK_CLEARED);
/// }
/// ```
public final class StoredForms {

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Catalogue catalogue;
    private final Seals seals = TestSeals.fresh();
    private final EventSerializer serializer;
    private final Path resources;
    private final boolean approving;
    private final EventUpcaster upcasters;

    StoredForms(Class<?> history, EventUpcaster upcasters, Path resources, boolean approving) {
        this.upcasters = upcasters;
        this.catalogue = Catalogue.of(history);
        this.serializer = new EventSerializer(catalogue, seals);
        this.resources = resources;
        this.approving = approving;
    }

    /// One test per event of a sealed history and one per form ever approved for its concept.
    ///
    /// `samples` hold exactly one of each event, with every component filled that can be.
    public static Stream<DynamicTest> of(Class<?> history, Object... samples) {
        return upcast(history, new EventUpcasterChain(), samples);
    }

    /// As [#of], for a history some of whose approved forms are read through upcasters.
    public static Stream<DynamicTest> upcast(Class<?> history, EventUpcaster upcasters, Object... samples) {
        return new StoredForms(history, upcasters, RESOURCES, Boolean.getBoolean("shouwang.approve")).tests(samples);
    }

    Stream<DynamicTest> tests(Object... samples) {
        var events = catalogue.entries().stream()
                .map(entry ->
                        dynamicTest(entry.name() + " " + entry.revision(), () -> check(entry, sample(entry, samples))));
        var forms =
                approved().stream().map(form -> dynamicTest("approved " + form.getFileName(), () -> requireRead(form)));
        return Stream.concat(events, forms);
    }

    private static Object sample(Catalogue.Entry entry, Object... samples) {
        var found = Arrays.stream(samples).filter(entry.type()::isInstance).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " samples of " + entry.type().getSimpleName() + ", not one");
        }
        return found.getFirst();
    }

    private void check(Catalogue.Entry entry, Object sample) {
        var stored = serializer.serialize(sample, String.class);
        requireIndexed(entry, sample, stored.getData());
        var written = opened(entry.name(), JSON.readTree(stored.getData()));
        var approved = approved(entry, written);
        if (!approved.equals(written)) {
            throw new AssertionError("%s is not stored as approved%napproved %s%nstored   %s"
                    .formatted(entry.name(), approved, written));
        }
        var read = serializer.deserialize(new SimpleSerializedObject<>(
                asStored(entry.name(), approved), String.class, entry.name(), entry.revision()));
        if (!sample.equals(read)) {
            throw new AssertionError("%s reads back differently%nwas %s%nis  %s".formatted(entry.name(), sample, read));
        }
    }

    /// The log is indexed by what a stored form says openly: that must be the event's own division.
    private static void requireIndexed(Catalogue.Entry entry, Object sample, String stored) {
        var division = Gist.of(stored).division();
        if (sample instanceof Placed placed && !placed.division().equals(division)) {
            throw new AssertionError(
                    "%s lies in %s and its stored form in %s".formatted(entry.name(), placed.division(), division));
        }
    }

    /// A stored form with its sealed parts opened.
    private JsonNode opened(String event, JsonNode stored) {
        return withSealed(
                stored,
                (subject, text) -> JSON.readTree(
                        seals.open(subject, event, Base64.getUrlDecoder().decode(text.stringValue()))
                                .orElseThrow()));
    }

    /// An approved form as the log holds it.
    private String asStored(String event, JsonNode approved) {
        return withSealed(
                        approved,
                        (subject, opened) -> JsonNodeFactory.instance.stringNode(Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(seals.seal(subject, event, opened.toString()))))
                .toString();
    }

    private static JsonNode withSealed(JsonNode form, BiFunction<String, JsonNode, JsonNode> change) {
        var changed = form.deepCopy();
        if (changed.get("sealed") instanceof ObjectNode parts) {
            parts.propertyStream()
                    .toList()
                    .forEach(part -> parts.set(part.getKey(), change.apply(part.getKey(), part.getValue())));
        }
        return changed;
    }

    private JsonNode approved(Catalogue.Entry entry, JsonNode written) {
        var form = form(entry);
        if (!Files.exists(form)) {
            if (!approving) {
                throw new AssertionError("no approved form %s; if it is meant, run with -Dshouwang.approve=true:%n%s"
                        .formatted(form, JSON.writeValueAsString(written)));
            }
            write(form, JSON.writeValueAsString(written) + "\n");
        }
        return JSON.readTree(text(form));
    }

    /// What was approved once may be in a log, so it must be read as some event of today.
    private void requireRead(Path form) {
        var stored = new GenericDomainEventEntry<>(
                "",
                "stream",
                0,
                "id",
                Instant.EPOCH,
                name(form),
                revision(form),
                asStored(name(form), JSON.readTree(text(form))),
                "{}");
        var read = upcasters
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .toList();
        if (read.isEmpty()) {
            throw new AssertionError(form + " is dropped by an upcaster");
        }
        for (var event : read) {
            if (!catalogue.knowsName(event.getType().getName())) {
                throw new AssertionError(form + " was approved once and is read as no event any more");
            }
            try {
                serializer.deserialize(event.getData(String.class));
            } catch (SerializationException e) {
                throw new AssertionError(form + " was approved once and cannot be read any more", e);
            }
        }
    }

    /// Every form ever approved for the concepts of this history.
    private List<Path> approved() {
        return catalogue.entries().stream()
                .map(this::folder)
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(StoredForms::files)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path form(Catalogue.Entry entry) {
        var fact = entry.name().substring(entry.name().indexOf('.') + 1);
        return folder(entry).resolve(fact + "." + entry.revision() + ".json");
    }

    private Path folder(Catalogue.Entry entry) {
        return resources
                .resolve("events")
                .resolve(entry.name().substring(0, entry.name().indexOf('.')));
    }

    private static String name(Path form) {
        var fact = form.getFileName().toString();
        return Objects.requireNonNull(form.getParent()).getFileName() + "." + fact.substring(0, fact.indexOf('.'));
    }

    private static String revision(Path form) {
        var fact = form.getFileName().toString();
        return fact.substring(fact.indexOf('.') + 1, fact.lastIndexOf('.'));
    }

    private static String text(Path form) {
        try {
            return Files.readString(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path form, String json) {
        try {
            Files.createDirectories(Objects.requireNonNull(form.getParent()));
            Files.writeString(form, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
