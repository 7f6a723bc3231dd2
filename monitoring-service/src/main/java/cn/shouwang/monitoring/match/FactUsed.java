package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.toolbox.Fact;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A fact that an expression spoke of, with its value as [Fact#text] writes it.
public record FactUsed(Fact fact, String value) {

    /// In the order in which facts are declared, those that are personal or those that are not.
    static List<FactUsed> of(Map<Fact, Object> facts, boolean personal) {
        return new EnumMap<>(facts)
                .entrySet().stream()
                        .filter(known -> known.getKey().personal() == personal)
                        .map(known ->
                                new FactUsed(known.getKey(), known.getKey().text(known.getValue())))
                        .toList();
    }

    /// The facts as an expression takes them.
    static Map<Fact, Object> values(Collection<FactUsed> facts) {
        var values = new EnumMap<Fact, Object>(Fact.class);
        facts.forEach(used -> values.put(used.fact(), used.fact().value(used.value())));
        return values;
    }
}
