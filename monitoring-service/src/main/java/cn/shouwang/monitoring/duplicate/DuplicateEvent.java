package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to two entries that may be one person.
///
/// `division` is the smallest place that holds both sides; `on` the village day of the decision. Every
/// event carries both sides, so that whoever shows one of them needs no other event. A reason is
/// sealed under the key of the side it is about and is forgotten with that person.
public sealed interface DuplicateEvent extends Placed {

    DuplicateId duplicate();

    Pair pair();

    LocalDate on();

    /// A merge, or the end of one: which side stays, which one is that person too, and the clue whose
    /// steps rest meanwhile, if there is one.
    sealed interface Link extends DuplicateEvent {

        SideId kept();

        SideId merged();

        @Nullable
        ClueId resting();

        String reason();

        /// Whether the merge begins, not ends.
        default boolean made() {
            return this instanceof DuplicateMerged;
        }

        /// The household in which the merged member no longer counts; empty unless both are members.
        default Optional<HouseholdId> mergedFrom() {
            return ofMembers() ? household(merged()) : Optional.empty();
        }

        /// The household in which the member also goes by the other entry; empty unless both are members.
        default Optional<HouseholdId> keptIn() {
            return ofMembers() ? household(kept()) : Optional.empty();
        }

        private boolean ofMembers() {
            return pair().sides().allMatch(side -> side.kind() == SideKind.MEMBER);
        }

        private Optional<HouseholdId> household(SideId side) {
            return Optional.ofNullable(pair().side(side).household());
        }
    }

    /// `newer` is the side that was entered or corrected last, at `enteredAt`.
    @Stored("duplicate.proposed")
    @Revision("1")
    record DuplicateProposed(
            DuplicateId duplicate,
            String division,
            Pair pair,
            List<Ground> grounds,
            SideId newer,
            Instant enteredAt,
            LocalDate on)
            implements DuplicateEvent {}

    @Stored("duplicate.merged")
    @Revision("1")
    record DuplicateMerged(
            DuplicateId duplicate,
            String division,
            Pair pair,
            SideId kept,
            SideId merged,
            @Nullable ClueId resting,
            @Whose("merged") @Personal String reason,
            LocalDate on)
            implements Link {}

    /// They are two. Proposed again only when one of them is corrected.
    @Stored("duplicate.dismissed")
    @Revision("1")
    record DuplicateDismissed(
            DuplicateId duplicate,
            String division,
            Pair pair,
            SideId newer,
            @Whose("newer") @Personal String reason,
            LocalDate on)
            implements DuplicateEvent {}

    /// The merge was wrong: the pair is to be decided again.
    @Stored("duplicate.undone")
    @Revision("1")
    record MergeUndone(
            DuplicateId duplicate,
            String division,
            Pair pair,
            SideId kept,
            SideId merged,
            @Nullable ClueId resting,
            @Whose("merged") @Personal String reason,
            LocalDate on)
            implements Link {}
}
