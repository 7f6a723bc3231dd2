package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.household.MemberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sides as a test says they are.
final class KnownNow implements Sides {

    private final Map<SideId, Known> known = new HashMap<>();

    void is(Side side, Standing standing, SideId... mergedInto) {
        is(new Known(side, "zhen01", standing, false, side.kind() != SideKind.MEMBER, Set.of(mergedInto)));
    }

    void is(Known entry) {
        known.put(entry.side().id(), entry);
    }

    @Override
    public Optional<Known> find(SideId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Set<MemberId> mergedMembers(Set<MemberId> members) {
        return Set.of();
    }
}
