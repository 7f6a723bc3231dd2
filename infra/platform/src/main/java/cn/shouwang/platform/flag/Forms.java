package cn.shouwang.platform.flag;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.Compared;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Likeness;
import cn.shouwang.platform.event.Personal;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules may ask of each kind of event a service stores, found once.
final class Forms {

    private static final String PLATFORM = "cn.shouwang.platform.";

    /// The stored names of what is decided, and of what gathered the facts.
    record Decision(Set<String> on, Set<String> collectedBy) {}

    /// One kind of event. What the platform itself puts on record is no `entry`, and its `on` is always
    /// today; `noted` is what some decision may look back for.
    record Form(
            String name,
            boolean entry,
            boolean noted,
            @Nullable Decision decision,
            Part about,
            @Nullable Part on,
            List<Part> likeness,
            List<Part> compared) {

        /// The day on which the fact was true, of an event that tells.
        Optional<LocalDate> on(Object event) {
            return Optional.ofNullable(on).map(part -> (LocalDate) part.of(event));
        }

        /// The id under which people know the thing.
        String about(Object event) {
            return String.valueOf(about.of(event));
        }

        private String declared() {
            return "%s %s %s %s %d %d".formatted(name, entry, noted, decision, likeness.size(), compared.size());
        }
    }

    /// A way to a component, perhaps within another.
    record Part(List<RecordComponent> path) {

        @Nullable
        Object of(Object event) {
            Object at = event;
            for (var component : path) {
                if (at == null) {
                    return null;
                }
                try {
                    at = component.getAccessor().invoke(at);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("a component of " + component.getDeclaringRecord(), e);
                }
            }
            return at;
        }
    }

    private final Catalogue catalogue;
    private final Map<Class<?>, Form> forms = new HashMap<>();

    Forms(Catalogue catalogue) {
        this.catalogue = catalogue;
        var noted = catalogue.entries().stream()
                .flatMap(entry -> Optional.ofNullable(decision(entry.type())).stream())
                .flatMap(decision -> Stream.concat(decision.on().stream(), decision.collectedBy().stream()))
                .collect(Collectors.toSet());
        for (var entry : catalogue.entries()) {
            forms.put(entry.type(), form(entry, noted.contains(entry.name())));
        }
    }

    /// The form of an event, unless no rule looks at it.
    Optional<Form> of(Object event) {
        return Optional.ofNullable(forms.get(event.getClass()));
    }

    boolean knows(String name) {
        return catalogue.knowsName(name);
    }

    /// Everything that events declare, as text: another text, other flags.
    String declared() {
        return forms.values().stream().map(Form::declared).sorted().collect(Collectors.joining("\n"));
    }

    private Form form(Catalogue.Entry entry, boolean noted) {
        var components = entry.type().getRecordComponents();
        var on = Arrays.stream(components)
                .filter(component ->
                        component.getName().equals("on") && component.getType().equals(LocalDate.class))
                .map(component -> part(List.of(), component))
                .findFirst();
        var likeness = new ArrayList<Part>();
        var compared = new ArrayList<Part>();
        collect(List.of(), entry.type(), likeness, compared);
        return new Form(
                entry.name(),
                !entry.type().getName().startsWith(PLATFORM),
                noted,
                decision(entry.type()),
                part(List.of(), components[0]),
                on.orElse(null),
                List.copyOf(likeness),
                List.copyOf(compared));
    }

    private @Nullable Decision decision(Class<?> event) {
        var decides = event.getAnnotation(Decides.class);
        return decides == null ? null : new Decision(names(decides.on()), names(decides.collectedBy()));
    }

    private Set<String> names(Class<?>... events) {
        return Arrays.stream(events)
                .map(event -> catalogue.typed(event).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(
            List<RecordComponent> before, Class<?> record, List<Part> likeness, List<Part> compared) {
        for (var component : record.getRecordComponents()) {
            var part = part(before, component);
            if (component.isAnnotationPresent(Likeness.class)) {
                likeness.add(notPersonal(part, component));
            }
            if (component.isAnnotationPresent(Compared.class)) {
                compared.add(notPersonal(part, component));
            } else if (component.getType().isRecord()) {
                collect(part.path(), component.getType(), likeness, compared);
            }
        }
    }

    private static Part notPersonal(Part part, RecordComponent component) {
        if (component.isAnnotationPresent(Personal.class)) {
            throw new IllegalStateException("what is personal is not compared: " + component);
        }
        return part;
    }

    private static Part part(List<RecordComponent> before, RecordComponent component) {
        component.getAccessor().setAccessible(true); // the record may be private to its concept
        return new Part(Stream.concat(before.stream(), Stream.of(component)).toList());
    }
}
