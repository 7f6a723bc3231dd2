package cn.shouwang.monitoring.slip;

import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.Computation.Verified;
import cn.shouwang.monitoring.slip.SlipEvent.IncentiveComputed;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityRevoked;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityVerified;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The quantities of one slip so far: which count, and from which events and papers they ever came.
final class Quantities {

    private record Counted(Unit unit, Verified quantity) {}

    private final Set<String> sources = new HashSet<>();
    private final Map<Unit, Set<String>> papers = new HashMap<>();
    private final Map<Integer, Counted> counted = new TreeMap<>();

    void on(SlipEvent event) {
        switch (event) {
            case QuantityVerified verified -> {
                sources.add(verified.source());
                papers.computeIfAbsent(verified.unit(), _ -> new HashSet<>()).add(verified.evidence());
                counted.put(
                        verified.quantity(),
                        new Counted(
                                verified.unit(),
                                new Verified(
                                        verified.quantity(), verified.source(), verified.amount(), verified.on())));
            }
            case QuantityRevoked revoked -> counted.remove(revoked.quantity());
            case IncentiveComputed _ -> {}
        }
    }

    /// The number of the next one. Each has a source of its own, so there were as many as there are sources.
    int next() {
        return sources.size() + 1;
    }

    void mustBeNewSource(String source) {
        if (sources.contains(source)) {
            throw new RuleBroken("slip.source-known", "this event was counted already");
        }
    }

    void mustBeNewPaper(Unit unit, String evidence) {
        if (papers.getOrDefault(unit, Set.of()).contains(evidence)) {
            throw new RuleBroken("slip.evidence-known", "this paper was counted already");
        }
    }

    void mustCount(int number) {
        if (!counted.containsKey(number)) {
            throw new RuleBroken("slip.unknown-quantity", "no quantity %d counts".formatted(number));
        }
    }

    /// So that no sum of a year and no amount for it is beyond a number.
    void mustBeWithinReason(Unit unit, long amount) {
        var before = of(unit).stream().mapToLong(Verified::amount).sum();
        if (amount < 1 || amount > IncentiveTerms.MOST_UNITS || before + amount > IncentiveTerms.MOST_UNITS) {
            throw new RuleBroken("slip.beyond-reason", "a quantity is more than nothing and within reason");
        }
    }

    /// Those that count, in the order of their numbers.
    List<Verified> of(Unit unit) {
        return counted.values().stream()
                .filter(one -> one.unit() == unit)
                .map(Counted::quantity)
                .toList();
    }
}
