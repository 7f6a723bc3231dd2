package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;

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

    static int rank(int weight, long measured, long threshold) {
        return (int) Math.min((long) weight * MOST_TIMES, weight * measured / threshold);
    }
}
