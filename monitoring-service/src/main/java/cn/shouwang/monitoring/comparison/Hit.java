package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import java.util.UUID;

/// A rule found a household. `division` is its village; `member` the one by whom it was found, of several
/// the one with most; `span` as [Span#name] tells it; `measured` and `threshold` in the unit of the
/// rule's measure. `rank` is the rule's weight times how often the threshold is in what was measured, at
/// most five times: an order to look in, not a verdict.
public record Hit(
        String rule,
        Effect effect,
        HouseholdId household,
        String division,
        MemberId member,
        Standing standing,
        String span,
        long measured,
        long threshold,
        int rank) {

    private static final int MOST_TIMES = 5;

    /// Highest rank first; of equal ranks as the texts of the households' ids are ordered, without writing
    /// them. Hundreds of thousands are compared at once.
    static int compare(Hit one, Hit other) {
        if (one.rank != other.rank) {
            return Integer.compare(other.rank, one.rank);
        }
        var household = compare(one.household.value(), other.household.value());
        if (household != 0) {
            return household;
        }
        var rule = one.rule.compareTo(other.rule);
        return rule != 0 ? rule : one.span.compareTo(other.span);
    }

    private static int compare(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    static int rank(int weight, long measured, long threshold) {
        return (int) Math.min((long) weight * MOST_TIMES, weight * measured / threshold);
    }
}
