package cn.shouwang.platform.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which parts of an event's JSON are personal, and about whom.
///
/// Sealed form of `{"household": h, "member": m, "person": {"name": n, "relation": r}}`:
/// `{"household": h, "member": m, "person": {"relation": r}, "sealed": {m: …}}`, where `…` holds
/// `{"person.name": n}`. A personal part that is null or empty stays in place: it tells that
/// nothing was said, or that it was forgotten, and takes no key.
final class PersonalParts {

    static final String SEALED = "sealed";

    /// `path` leads to the part, `whose` to what makes the subject, `role` tells subjects of one id apart.
    private record Part(List<String> path, List<String> whose, String role, JsonNode forgotten) {

        String name() {
            return String.join(".", path);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final String stream;
    private final JsonMapper json;

    private PersonalParts(String stream, JsonMapper json) {
        this.stream = stream;
        this.json = json;
    }

    /// The parts of a record; fails for one that could not be read once it is forgotten.
    static PersonalParts of(Class<?> event, JsonMapper json) {
        var stream = event.getRecordComponents()[0].getName();
        var found = new PersonalParts(stream, json);
        for (var component : event.getRecordComponents()) {
            found.collect(component, List.of(component.getName()), whose(component, stream));
        }
        return found;
    }

    private static String whose(RecordComponent component, String before) {
        var whose = component.getAnnotation(Whose.class);
        return whose == null ? before : whose.value();
    }

    private void collect(RecordComponent component, List<String> path, String whose) {
        if (component.isAnnotationPresent(Personal.class)) {
            var colon = whose.indexOf(':');
            parts.add(new Part(
                    path,
                    List.of((colon < 0 ? whose : whose.substring(0, colon)).split("\\+")),
                    colon < 0 ? "" : whose.substring(colon),
                    forgotten(component)));
        } else if (component.getType().isRecord()) {
            for (var inner : component.getType().getRecordComponents()) {
                var longer = new ArrayList<>(path);
                longer.add(inner.getName());
                collect(inner, longer, whose(inner, whose));
            }
        } else if (Collection.class.isAssignableFrom(component.getType())) {
            mustHideNothing(component);
        }
    }

    private static void mustHideNothing(RecordComponent component) {
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()
                && !of(element, new JsonMapper()).parts.isEmpty()) {
            throw new IllegalStateException(component + ": personal parts of list elements cannot be sealed one by one;"
                    + " mark the list as a whole");
        }
    }

    private JsonNode forgotten(RecordComponent component) {
        var type = component.getType();
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (type == String.class) {
            return JsonNodeFactory.instance.stringNode("");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return JsonNodeFactory.instance.arrayNode();
        }
        try {
            var forgotten = type.getMethod("forgotten");
            if (Modifier.isStatic(forgotten.getModifiers())) {
                return json.valueToTree(forgotten.invoke(null));
            }
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException _) {
            // told below
        }
        throw new IllegalStateException(component.getDeclaringRecord().getName() + "." + component.getName()
                + " is personal but cannot be forgotten: give " + type.getSimpleName() + " a static forgotten()");
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// The subjects of an event that has something to seal.
    Set<String> subjects(ObjectNode event) {
        var subjects = new LinkedHashSet<String>();
        for (var part : parts) {
            if (value(event, part) != null) {
                subjects.add(subject(event, part));
            }
        }
        return subjects;
    }

    /// Takes the personal parts out and puts them, sealed by `seal` (subject, content), under `sealed`.
    void seal(ObjectNode event, BiFunction<String, ObjectNode, JsonNode> seal) {
        Map<String, ObjectNode> bySubject = new LinkedHashMap<>();
        for (var part : parts) {
            var holder = holder(event, part);
            var value = value(event, part);
            if (holder != null && value != null) {
                bySubject
                        .computeIfAbsent(subject(event, part), _ -> JsonNodeFactory.instance.objectNode())
                        .set(part.name(), value);
                holder.remove(part.path().getLast());
            }
        }
        if (!bySubject.isEmpty()) {
            var sealed = event.putObject(SEALED);
            bySubject.forEach((subject, content) -> sealed.set(subject, seal.apply(subject, content)));
        }
    }

    /// Puts back what `open` (subject, sealed) returns; where it returns null, what stands for the
    /// forgotten.
    void open(ObjectNode event, BiFunction<String, JsonNode, @Nullable ObjectNode> open) {
        if (!(event.remove(SEALED) instanceof ObjectNode sealed)) {
            return;
        }
        var opened = new LinkedHashMap<String, @Nullable ObjectNode>();
        for (var part : parts) {
            var holder = holder(event, part);
            if (holder == null || holder.has(part.path().getLast())) {
                continue;
            }
            var subject = subject(event, part);
            if (!opened.containsKey(subject)) {
                var content = sealed.get(subject);
                opened.put(subject, content == null ? null : open.apply(subject, content));
            }
            var content = opened.get(subject);
            var value = content == null ? null : content.get(part.name());
            holder.set(part.path().getLast(), value == null ? part.forgotten() : value);
        }
    }

    /// Puts in the place of each sealed part the word `told` has for its subject.
    void mark(ObjectNode event, UnaryOperator<String> told) {
        if (!(event.remove(SEALED) instanceof ObjectNode sealed)) {
            return;
        }
        for (var part : parts) {
            var holder = holder(event, part);
            if (holder != null && !holder.has(part.path().getLast()) && sealed.has(subject(event, part))) {
                holder.put(part.path().getLast(), told.apply(subject(event, part)));
            }
        }
    }

    /// The components, beside the stream's, that make a subject.
    Set<String> apart() {
        var others = new TreeSet<String>();
        parts.forEach(part -> others.addAll(part.whose()));
        others.remove(stream);
        return others;
    }

    private static String subject(ObjectNode event, Part part) {
        return part.whose().stream()
                        .map(component -> event.required(component).asString())
                        .collect(Collectors.joining(":"))
                + part.role();
    }

    private static @Nullable JsonNode value(ObjectNode event, Part part) {
        var holder = holder(event, part);
        var value = holder == null ? null : holder.get(part.path().getLast());
        return value == null || value.isNull() || isBlank(value) ? null : value;
    }

    private static boolean isBlank(JsonNode value) {
        return value.isString() ? value.stringValue().isEmpty() : value.isContainer() && value.isEmpty();
    }

    private static @Nullable ObjectNode holder(ObjectNode event, Part part) {
        JsonNode at = event;
        for (var step : part.path().subList(0, part.path().size() - 1)) {
            at = at.path(step);
        }
        return at instanceof ObjectNode object ? object : null;
    }
}
