package cn.shouwang.monitoring.search;

import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The names of all members, village by village, in the memory of this process and nowhere else.
///
/// A search looks through every name of the villages asked; 250 thousand take a tenth of a second the
/// first time, so there is nothing cleverer. They take 140 bytes each. One thread writes, any reads.
final class NameIndex {

    /// What [#on] looks at.
    static final List<Class<?>> READS =
            List.of(MemberAdded.class, MemberCorrected.class, MemberDecreased.class, ErasureApproved.class);

    /// How many names matched, and the numbers of the first of them, whole names first.
    record Matches(int total, List<String> members) {}

    private record Match(UUID member, String name, boolean whole) {}

    private static final Comparator<Match> ORDER = Comparator.comparing((Match match) -> !match.whole())
            .thenComparing(Match::name)
            .thenComparing(Match::member);

    private final ConcurrentNavigableMap<String, Map<UUID, String>> villages = new ConcurrentSkipListMap<>();

    /// Takes in what an event says of names. May be told the same event again.
    void on(Recorded recorded) {
        switch (recorded.event()) {
            case MemberAdded added ->
                put(added.division(), added.member(), added.person().name());
            case MemberCorrected corrected ->
                put(corrected.division(), corrected.member(), corrected.person().name());
            case MemberDecreased moved when moved.to() != null -> leave(moved.division(), moved.member());
            case ErasureApproved approved -> forget(approved.subjects());
            default -> {}
        }
    }

    private void put(String village, MemberId member, PersonName name) {
        var names = villages.computeIfAbsent(village, _ -> new ConcurrentHashMap<>());
        if (name.value().isEmpty()) {
            names.remove(member.value()); // forgotten
        } else {
            names.put(member.value(), name.value());
        }
    }

    /// Whoever moves into another household is found in its village.
    private void leave(String village, MemberId member) {
        var names = villages.get(village);
        if (names != null) {
            names.remove(member.value());
        }
    }

    /// Drops the members among `subjects`, which are any ids.
    private void forget(Collection<String> subjects) {
        var gone = new HashSet<>(subjects);
        villages.values().forEach(names -> names.keySet().removeIf(member -> gone.contains(member.toString())));
    }

    /// Those whose name matches in all villages whose code begins with `division`.
    Matches find(String division, NamePattern pattern, int most) {
        var found = new ArrayList<Match>();
        for (var names : villages.subMap(division, division + ":").values()) {
            names.forEach((member, name) -> {
                if (pattern.begins(name)) {
                    found.add(new Match(member, name, pattern.isWhole(name)));
                }
            });
        }
        var first = found.stream()
                .sorted(ORDER)
                .limit(most)
                .map(match -> match.member().toString())
                .toList();
        return new Matches(found.size(), first);
    }

    int size() {
        return villages.values().stream().mapToInt(Map::size).sum();
    }
}
