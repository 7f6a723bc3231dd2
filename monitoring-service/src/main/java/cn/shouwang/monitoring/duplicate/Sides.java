package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.household.MemberId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of the entries now, for decisions: up to date with the log.
public interface Sides {

    /// How a side's own story ended, or why its clue cannot rest yet.
    enum Standing {
        ACTIVE,
        /// A member who died.
        DECEASED,
        /// A member who left the household.
        GONE,
        /// A report or clue nobody follows any more.
        ENDED,
        /// A report that was neither accepted nor refused, or whose clue is not there yet.
        UNANSWERED
    }

    /// One entry. `enteredBy` is the account that entered or last corrected it; `head` tells that the
    /// member is the head of the household; `followed` that a clue follows it; `mergedInto` is usually
    /// none or one.
    record Known(
            Side side,
            @Nullable String enteredBy,
            Standing standing,
            boolean head,
            boolean followed,
            Set<SideId> mergedInto) {}

    /// Empty for an id that was never entered.
    Optional<Known> find(SideId id);

    /// Those of `members` that are merged into another entry.
    Set<MemberId> mergedMembers(Set<MemberId> members);

    /// Whether `to` is reached from `from` along merges, `from` itself included.
    default boolean leads(SideId from, SideId to) {
        var seen = new HashSet<SideId>();
        var next = new ArrayDeque<SideId>(Set.of(from));
        while (!next.isEmpty()) {
            var id = next.pop();
            if (id.equals(to)) {
                return true;
            }
            if (seen.add(id)) {
                find(id).ifPresent(known -> next.addAll(known.mergedInto()));
            }
        }
        return false;
    }
}
