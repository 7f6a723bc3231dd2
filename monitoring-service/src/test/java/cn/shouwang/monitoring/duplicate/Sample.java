package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateDismissed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateMerged;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateProposed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.MergeUndone;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.report.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two entries of one synthetic person in two villages of a town, and what was decided about them.
public final class Sample {

    public static final String VILLAGE = "440233101203";
    public static final String SISTER = "440233101204";
    public static final String OTHER_TOWN = "440233102202";
    public static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    public static final Instant ENTERED = Instant.parse("2025-11-03T02:00:00Z");

    public static final HouseholdId FIRST_HOUSE = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    public static final HouseholdId SECOND_HOUSE = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e22");
    public static final MemberId FIRST_MEMBER = MemberId.of("00000000-0000-4000-8000-000000000001");
    public static final MemberId SECOND_MEMBER = MemberId.of("00000000-0000-4000-8000-000000000002");
    public static final Side OLD = Side.of(FIRST_MEMBER, FIRST_HOUSE, VILLAGE);
    public static final Side NEW = Side.of(SECOND_MEMBER, SECOND_HOUSE, SISTER);
    public static final Side CLUE = Side.of(ClueId.of("00000000-0000-4000-8000-000000000003"), VILLAGE);
    public static final Side REPORT = Side.of(ReportId.of("7K3M9P2QW5XZ0A1B"), SISTER);
    public static final Pair PAIR = Pair.of(NEW, OLD);
    public static final DuplicateId ID = DuplicateId.of(PAIR);

    public static final DuplicateProposed PROPOSED = proposed(PAIR, NEW, ENTERED);
    public static final DuplicateMerged MERGED = merged(PAIR, OLD, null);
    public static final MergeUndone UNDONE = undone(MERGED);
    public static final DuplicateDismissed DISMISSED =
            new DuplicateDismissed(ID, PAIR.place(), PAIR, NEW.id(), "同名的两个人", DAY.plusDays(1));

    private Sample() {}

    public static DuplicateProposed proposed(Pair pair, Side newer, Instant enteredAt) {
        return new DuplicateProposed(
                DuplicateId.of(pair), pair.place(), pair, List.of(Ground.SAME_DOCUMENT), newer.id(), enteredAt, DAY);
    }

    public static DuplicateMerged merged(Pair pair, Side kept, @Nullable ClueId resting) {
        return new DuplicateMerged(
                DuplicateId.of(pair),
                pair.place(),
                pair,
                kept.id(),
                pair.other(kept.id()).id(),
                resting,
                "核对户口簿，为同一人",
                DAY.plusDays(1));
    }

    public static MergeUndone undone(DuplicateMerged merged) {
        return new MergeUndone(
                merged.duplicate(),
                merged.division(),
                merged.pair(),
                merged.kept(),
                merged.merged(),
                merged.resting(),
                "身份证复印件看错",
                merged.on().plusDays(1));
    }

    /// The pair of two sides, for tests outside the concept's package.
    public static Pair pair(Side one, Side other) {
        return Pair.of(one, other);
    }

    /// A member's side, for tests outside the concept's package.
    public static Side member(MemberId member, HouseholdId household, String village) {
        return Side.of(member, household, village);
    }

    /// A clue's side, for tests outside the concept's package.
    public static Side clue(ClueId clue, String village) {
        return Side.of(clue, village);
    }
}
