package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.match.MatchEvent.MatchConfirmed;
import cn.shouwang.monitoring.match.MatchEvent.MatchDeclined;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.monitoring.toolbox.Toolbox;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The proposals of one household so far, by their numbers, and what became of each.
final class Proposals {

    private final Map<Integer, MatchProposed> all = new TreeMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> confirmed = new HashSet<>();
    private final Set<Integer> declined = new HashSet<>();

    void on(MatchEvent event) {
        open.remove(event.proposal());
        switch (event) {
            case MatchProposed proposed -> {
                all.put(proposed.proposal(), proposed);
                open.add(proposed.proposal());
            }
            case MatchConfirmed _ -> confirmed.add(event.proposal());
            case MatchDeclined _ -> declined.add(event.proposal());
            case MatchLapsed _ -> {}
        }
    }

    int next() {
        return all.size() + 1;
    }

    MatchProposed mustBeOpen(int number) {
        var proposed = all.get(number);
        if (proposed == null) {
            throw new RuleBroken("match.unknown", "the household has no proposal %d".formatted(number));
        }
        if (!open.contains(number)) {
            throw new RuleBroken("match.decided", "proposal %d is decided or lapsed".formatted(number));
        }
        return proposed;
    }

    /// The open ones that are about none of these policies, in order.
    List<Integer> without(List<Toolbox.InForce> eligible) {
        return open.stream()
                .filter(number -> eligible.stream().noneMatch(about(number)::isOf))
                .sorted()
                .toList();
    }

    /// Whether nobody was asked yet, or only about other facts.
    boolean mayBeProposed(Toolbox.InForce policy, List<FactUsed> facts) {
        return all.values().stream()
                .filter(proposed -> proposed.policy().isOf(policy))
                .noneMatch(proposed -> stands(proposed.proposal())
                        || (declined.contains(proposed.proposal())
                                && facts(proposed).equals(facts)));
    }

    private boolean stands(int number) {
        return open.contains(number) || confirmed.contains(number);
    }

    private PolicyUsed about(int number) {
        return mustBeOpen(number).policy();
    }

    private static List<FactUsed> facts(MatchProposed proposed) {
        return Stream.concat(proposed.facts().stream(), proposed.personalFacts().stream())
                .toList();
    }
}
