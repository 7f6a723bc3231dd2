package cn.shouwang.monitoring.slip;

import cn.shouwang.monitoring.incentive.IncentiveRuleId;
import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What one rule pays for the verified quantities of a household in a year.
///
/// Quantities are taken by their days. Each is paid by the version of the rule in force on its day, at
/// the place in the year's sum where it lies: the part in a tier at that tier's rate. With F(q) the fen
/// for a year's quantity q, rounded down, a quantity that lifts the sum from a to b is worth F(b) −
/// F(a), so that under one version the lines add up to F of the sum, to the fen. What would lift
/// the total above the cap of the version is cut. Whoever has the rule and the quantities can compute
/// it again.
public record Computation(IncentiveRuleId rule, String title, List<Line> lines, long totalFen) {

    /// One verified quantity, by its number and source, and what it is worth: `amountFen`, of which
    /// `cutFen` lie above the cap and are not paid.
    public record Line(
            int quantity,
            String source,
            LocalDate on,
            long amount,
            int version,
            List<Share> shares,
            long amountFen,
            long cutFen) {

        public Line {
            shares = List.copyOf(shares);
        }

        public long paidFen() {
            return amountFen - cutFen;
        }
    }

    /// The part of a quantity that lies in the tier which begins at `from`, paid `rateFen` per `per` units.
    public record Share(long from, long amount, long rateFen, long per) {}

    /// A verified quantity that counts.
    record Verified(int number, String source, long amount, LocalDate on) {}

    public Computation {
        lines = List.copyOf(lines);
    }

    /// Computes it; a quantity of a day on which the rule was not in force is left out.
    static Computation of(IncentiveRules.Published rule, Collection<Verified> quantities) {
        var lines = new ArrayList<Line>();
        var sum = 0L;
        var paid = 0L;
        var byDay = quantities.stream()
                .sorted(Comparator.comparing(Verified::on).thenComparing(Verified::number))
                .toList();
        for (var quantity : byDay) {
            var version = rule.version(quantity.on());
            if (version.isPresent()) {
                var line = line(quantity, version.get(), rule.terms(version.get()), sum, paid);
                lines.add(line);
                sum += quantity.amount();
                paid += line.paidFen();
            }
        }
        return new Computation(rule.rule(), rule.versions().getLast().title(), lines, paid);
    }

    private static Line line(Verified quantity, int version, IncentiveTerms terms, long sum, long paid) {
        var amountFen = terms.fen(sum + quantity.amount()) - terms.fen(sum);
        var room = Math.max(0, terms.capFen() - paid);
        return new Line(
                quantity.number(),
                quantity.source(),
                quantity.on(),
                quantity.amount(),
                version,
                shares(terms, sum, sum + quantity.amount()),
                amountFen,
                Math.max(0, amountFen - room));
    }

    private static List<Share> shares(IncentiveTerms terms, long before, long after) {
        return terms.tiers().stream()
                .map(tier -> new Share(
                        tier.from(),
                        terms.within(tier, after) - terms.within(tier, before),
                        tier.rateFen(),
                        terms.per()))
                .filter(share -> share.amount() > 0)
                .toList();
    }
}
