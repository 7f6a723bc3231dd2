package cn.shouwang.platform.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which events somebody wants to be given: those that are of one of some types, a record or the interface of
/// a whole history. All others are passed over unopened, which on a log of many histories is most of the work.
final class Reads {

    /// Every event.
    static final Reads ALL = of(List.of(Object.class));

    private final List<Class<?>> types;
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    private Reads(List<Class<?>> types) {
        this.types = List.copyOf(types);
    }

    /// Those of `types`; none of them, none at all.
    static Reads of(List<Class<?>> types) {
        return new Reads(types);
    }

    boolean has(Class<?> event) {
        return known.computeIfAbsent(event, one -> types.stream().anyMatch(type -> type.isAssignableFrom(one)));
    }
}
