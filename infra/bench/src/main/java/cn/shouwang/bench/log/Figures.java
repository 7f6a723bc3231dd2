package cn.shouwang.bench.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One figure per name and round, in the order in which they came.
final class Figures {

    private final Map<String, List<Double>> byName = new LinkedHashMap<>();

    void add(String name, double figure) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
    }

    Set<String> names() {
        return byName.keySet();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Spread of(String name) {
        return new Spread(Objects.requireNonNull(byName.get(name), () -> name + " was not measured"));
    }
}
