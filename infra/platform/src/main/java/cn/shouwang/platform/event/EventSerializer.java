package cn.shouwang.platform.event;

import cn.shouwang.platform.sealing.Seals;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes events as JSON under the names of the [Catalogue] instead of their class names, what is
/// [Personal] sealed: `{…, "sealed": {subject: base64url of the sealed parts}}`.
///
/// Dates are ISO text. Reading is strict: an unknown component in the stored form is an error, and so
/// is a missing number or truth value; any other missing component is null. What a later revision
/// added, an upcaster fills; it sees the sealed parts as they are stored and never opens them.
public final class EventSerializer extends Jackson3Serializer {

    /// What stands in [#shown] for something personal, and for what is left of it without its key.
    public static final String SEALED = "sealed";

    public static final String FORGOTTEN = "forgotten";

    private static final String MARK = "\"" + PersonalParts.SEALED + "\":{";
    private static final String META_DATA = MetaData.class.getName();

    /// The events of [#prepared] as trees, each for one writing: sealing changes a tree.
    private static final ScopedValue<Map<Object, ObjectNode>> PREPARED = ScopedValue.newInstance();

    private final Catalogue catalogue;
    private final Seals seals;
    private final JsonMapper json;
    private final Map<Class<?>, PersonalParts> parts = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();

    public EventSerializer(Catalogue catalogue, Seals seals) {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.catalogue = catalogue;
        this.seals = seals;
        this.json = (JsonMapper) getObjectMapper();
        for (var entry : catalogue.entries()) {
            var personal = PersonalParts.of(entry.type(), json);
            parts.put(entry.type(), personal);
            apart.computeIfAbsent(entry.name().replaceFirst("\\..*", ""), _ -> new TreeSet<>())
                    .addAll(personal.apart());
            readers.put(entry.type(), json.readerFor(entry.type()));
        }
    }

    /// Every event it reads and writes.
    public Catalogue catalogue() {
        return catalogue;
    }

    /// Whether an event stored under that name and revision is read as it is, without an upcaster.
    public boolean isOfToday(String name, String revision) {
        return catalogue.knowsName(name) && catalogue.named(name).revision().equals(revision);
    }

    /// Makes the keys that sealing these events takes, with one write for all that are new.
    public void prepare(List<?> events) {
        prepared(events, () -> events);
    }

    /// The same, and then does `work`, in which these events are written.
    public <T> T prepared(List<?> events, Supplier<T> work) {
        var subjects = new LinkedHashSet<String>();
        var trees = new IdentityHashMap<Object, ObjectNode>();
        for (var event : events) {
            var personal = personal(event.getClass());
            if (personal != null) {
                ObjectNode tree = json.valueToTree(event);
                subjects.addAll(personal.subjects(tree));
                trees.put(event, tree);
            }
        }
        if (!subjects.isEmpty()) {
            seals.prepare(subjects);
        }
        return ScopedValue.where(PREPARED, trees).call(work::get);
    }

    /// Fetches the keys under which something in these stored payloads is sealed, with one question.
    public void fetchKeys(List<String> payloads) {
        var subjects = new LinkedHashSet<String>();
        payloads.forEach(payload -> subjects.addAll(sealedFor(payload)));
        if (!subjects.isEmpty()) {
            seals.fetch(subjects);
        }
    }

    /// The subjects under whose keys something in a stored payload is sealed.
    public Collection<String> sealedFor(String payload) {
        return payload.contains(MARK)
                ? json.readTree(payload).path(PersonalParts.SEALED).propertyNames()
                : List.of();
    }

    /// A stored payload to be looked at: in the place of each sealed part stands [#SEALED], or [#FORGOTTEN]
    /// once its key is destroyed. Nothing is opened.
    public ObjectNode shown(String name, String payload) {
        var event = (ObjectNode) json.readTree(payload);
        var personal =
                catalogue.knowsName(name) ? personal(catalogue.named(name).type()) : null;
        if (personal != null) {
            personal.mark(event, this::told);
        } else if (event.get(PersonalParts.SEALED) instanceof ObjectNode sealed) {
            sealed.propertyNames().forEach(subject -> sealed.put(subject, told(subject)));
        }
        return event;
    }

    private String told(String subject) {
        return seals.keyless(subject) ? FORGOTTEN : SEALED;
    }

    /// The components by which the events of a concept, e.g. `pear` of `pear.watered`, tell several things
    /// within one stream apart: those, beside the stream's own, that make the subject of something personal.
    public Set<String> apart(String concept) {
        return apart.getOrDefault(concept, Set.of());
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        var personal = object == null ? null : personal(object.getClass());
        if (personal == null) {
            return super.serialize(object, representation);
        }
        var type = typeForClass(object.getClass());
        var prepared = PREPARED.isBound() ? PREPARED.get().remove(object) : null;
        ObjectNode event = prepared == null ? json.valueToTree(object) : prepared;
        personal.seal(event, (subject, content) -> asSealed(subject, type.getName(), content));
        var text = new SimpleSerializedObject<>(json.writeValueAsString(event), String.class, type);
        return getConverter().convert(text, representation);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var type = classForType(stored.getType());
        var personal = personal(type);
        if (personal == null) {
            var reader = readers.get(type);
            return reader != null && stored.getData() instanceof String text
                    ? read(reader, text, stored.getType().getName())
                    : super.deserialize(stored);
        }
        try {
            var event = (ObjectNode) tree(stored);
            personal.open(
                    event,
                    (subject, content) -> opened(subject, stored.getType().getName(), content));
            return getReader(type).readValue(event);
        } catch (JacksonException e) {
            throw new SerializationException("a stored " + stored.getType().getName() + " cannot be read", e);
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as above
    private static <T> T read(ObjectReader reader, String text, String name) {
        try {
            return reader.readValue(text);
        } catch (JacksonException e) {
            throw new SerializationException("a stored " + name + " cannot be read", e);
        }
    }

    private JsonNode tree(SerializedObject<?> stored) {
        return switch (stored.getData()) {
            case String text -> json.readTree(text);
            case JsonNode node -> node.deepCopy();
            default ->
                json.readTree(getConverter().convert(stored, byte[].class).getData());
        };
    }

    private @Nullable PersonalParts personal(Class<?> type) {
        var personal = parts.get(type);
        return personal == null || personal.isEmpty() ? null : personal;
    }

    private JsonNode asSealed(String subject, String name, ObjectNode content) {
        return JsonNodeFactory.instance.stringNode(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seals.seal(subject, name, json.writeValueAsString(content))));
    }

    private @Nullable ObjectNode opened(String subject, String name, JsonNode sealed) {
        return seals.open(
                        subject,
                        name,
                        Base64.getUrlDecoder().decode(sealed.stringValue().getBytes(StandardCharsets.US_ASCII)))
                .map(text -> (ObjectNode) json.readTree(text))
                .orElse(null);
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (type != null && catalogue.knows(type)) {
            var entry = catalogue.typed(type);
            return new SimpleSerializedType(entry.name(), entry.revision());
        }
        return super.typeForClass(type);
    }

    /// Asked for every event that is read, so not by loading a class by its name.
    @Override
    public Class<?> classForType(SerializedType type) {
        if (catalogue.knowsName(type.getName())) {
            return catalogue.named(type.getName()).type();
        }
        return META_DATA.equals(type.getName()) ? MetaData.class : super.classForType(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return catalogue.knowsName(type.getName())
                ? catalogue.named(type.getName()).type().getName()
                : type.getName();
    }
}
