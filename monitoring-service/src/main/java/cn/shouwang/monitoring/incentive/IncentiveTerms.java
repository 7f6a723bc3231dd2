package cn.shouwang.monitoring.incentive;

import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one version of a rule says: of each tier the part of the year's quantity that lies in it is paid
/// at its rate per `per` units (marginal tiers: a higher tier changes nothing in the lower ones), at most
/// `capFen` to a household in a year.
///
/// 500 fen per 10,000 fen sold is `per` 10,000 and rate 500. `source` names the document that sets it.
public record IncentiveTerms(
        String title,
        Unit unit,
        long per,
        List<Tier> tiers,
        long capFen,
        LocalDate from,
        @Nullable LocalDate until,
        String source) {

    /// 10 million yuan of one household in a year, or as many months: beyond all reason.
    public static final long MOST_UNITS = 1_000_000_000;

    /// 100,000 yuan.
    static final long HIGHEST_FEN = 10_000_000;

    public IncentiveTerms {
        tiers = List.copyOf(tiers);
    }

    /// Whether the version is in force on that day, were there no later one.
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Fen for a year's quantity, rounded down; the cap left aside.
    public long fen(long quantity) {
        return tiers.stream()
                        .mapToLong(tier -> within(tier, quantity) * tier.rateFen())
                        .sum()
                / per;
    }

    /// How much of a year's quantity lies in that tier.
    public long within(Tier tier, long quantity) {
        var next = tiers.indexOf(tier) + 1;
        var end = next < tiers.size() ? tiers.get(next).from() : Long.MAX_VALUE;
        return Math.max(0, Math.min(quantity, end) - tier.from());
    }

    void mustBeSound() {
        if (until != null && until.isBefore(from)) {
            throw new RuleBroken("incentive.ends-before-begin", "a rule ends on or after the day it begins");
        }
        if (tiers.isEmpty() || tiers.getFirst().from() < 0 || !rise()) {
            throw new RuleBroken("incentive.tiers-unordered", "tiers begin at 0 or more, each above the one before");
        }
        if (per < 1 || capFen < 1 || tiers.stream().anyMatch(tier -> tier.rateFen() < 1)) {
            throw new RuleBroken(
                    "incentive.amount-not-positive", "rates, their unit and the cap are more than nothing");
        }
        if (per > MOST_UNITS
                || capFen > HIGHEST_FEN
                || tiers.stream().anyMatch(tier -> tier.rateFen() > HIGHEST_FEN || tier.from() > MOST_UNITS)) {
            throw new RuleBroken("incentive.beyond-reason", "an amount is beyond all reason");
        }
    }

    private boolean rise() {
        for (var at = 1; at < tiers.size(); at++) {
            if (tiers.get(at).from() <= tiers.get(at - 1).from()) {
                return false;
            }
        }
        return true;
    }
}
