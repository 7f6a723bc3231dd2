package cn.shouwang.platform.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/// Every event a service may store, by name.
///
/// Built from the sealed histories of the service's concepts. Fails at start when a record lacks its
/// name or revision, or when two share a name.
public final class Catalogue {

    /// One stored form: the name and revision written beside the payload.
    public record Entry(String name, String revision, Class<?> type) {}

    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Entry> byType = new LinkedHashMap<>();

    private Catalogue(List<Class<?>> events) {
        for (var type : events) {
            var entry = entry(type);
            if (byName.putIfAbsent(entry.name(), entry) != null) {
                throw new IllegalStateException("two events are stored as " + entry.name());
            }
            byType.put(type, entry);
        }
    }

    /// The catalogue of the given sealed histories.
    public static Catalogue of(Class<?>... histories) {
        var events = new ArrayList<Class<?>>();
        for (var history : histories) {
            leaves(history).forEach(events::add);
        }
        return new Catalogue(events);
    }

    /// This catalogue and the given sealed histories.
    public Catalogue and(Class<?>... histories) {
        var events = new ArrayList<Class<?>>(byType.keySet());
        for (var history : histories) {
            leaves(history).forEach(events::add);
        }
        return new Catalogue(events);
    }

    public List<Entry> entries() {
        return List.copyOf(byName.values());
    }

    /// The entry of an event class; fails for a class that is not in the catalogue.
    public Entry typed(Class<?> type) {
        var entry = byType.get(type);
        if (entry == null) {
            throw new IllegalArgumentException(type.getName() + " is not in the catalogue of stored events");
        }
        return entry;
    }

    /// Whether this service stores events of that class.
    public boolean knows(Class<?> type) {
        return byType.containsKey(type);
    }

    /// The entry of a stored name; fails for a name no event carries.
    public Entry named(String name) {
        var entry = byName.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no event is stored as " + name);
        }
        return entry;
    }

    /// Whether an event is stored under that name.
    public boolean knowsName(String name) {
        return byName.containsKey(name);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(Catalogue::leaves);
    }

    private static Entry entry(Class<?> type) {
        if (!type.isRecord() || !Placed.class.isAssignableFrom(type)) {
            throw new IllegalStateException(type.getName() + " must be a record that tells its division");
        }
        var name = Objects.requireNonNull(type.getAnnotation(Stored.class), () -> type.getName() + " has no @Stored");
        var revision =
                Objects.requireNonNull(type.getAnnotation(Revision.class), () -> type.getName() + " has no @Revision");
        return new Entry(name.value(), revision.value(), type);
    }
}
