package cn.shouwang.monitoring.slip;

import static cn.shouwang.monitoring.incentive.IncentiveSamples.FIVE_PER_CENT;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.LOWER;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.NEW_YEAR;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.SALES;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TERMS;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.WORK;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.rule;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.monitoring.incentive.Tier;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.Computation.Line;
import cn.shouwang.monitoring.slip.Computation.Share;
import cn.shouwang.monitoring.slip.Computation.Verified;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sums, first by example, then against a second way of computing them on a thousand made-up rules.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComputationTest {

    private static final int CASES = 1_000;

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "4, 10000", "6, 30000", "7, 45000", "9, 75000", "10, 80000", "12, 80000"})
    void months_are_paid_by_the_tier_in_which_each_lies_up_to_the_cap(long months, long fen) {
        assertThat(Computation.of(rule(WORK, TERMS), List.of(on(1, months, 5))).totalFen())
                .isEqualTo(fen);
    }

    @Test
    void each_line_names_its_source_its_shares_and_what_is_cut() {
        var computed = Computation.of(rule(WORK, TERMS), List.of(on(1, 5, 5), on(2, 6, 6)));

        assertThat(computed.lines())
                .containsExactly(
                        new Line(1, "s-1", on(1, 5, 5).on(), 5, 1, List.of(new Share(3, 2, 10_000, 1)), 20_000, 0),
                        new Line(
                                2,
                                "s-2",
                                on(2, 6, 6).on(),
                                6,
                                1,
                                List.of(new Share(3, 1, 10_000, 1), new Share(6, 5, 15_000, 1)),
                                85_000,
                                25_000));
        assertThat(computed.totalFen()).isEqualTo(80_000);
    }

    @Test
    void fractions_of_a_fen_are_rounded_down_once_over_the_sum() {
        var sales = List.of(on(1, 19, 1), on(2, 19, 2), on(3, 19, 3), on(4, 3, 4)); // 5 % of 60 fen is 3 fen
        var computed = Computation.of(rule(SALES, FIVE_PER_CENT), sales);

        assertThat(computed.lines()).extracting(Line::amountFen).containsExactly(0L, 1L, 1L, 1L);
        assertThat(computed.totalFen()).isEqualTo(3);
    }

    @Test
    void M15_each_quantity_is_paid_by_the_version_of_its_day() {
        var computed = Computation.of(rule(WORK, TERMS, LOWER), List.of(on(1, 6, 6), on(2, 2, 7), on(3, 10, 8)));

        assertThat(computed.lines()).extracting(Line::version).containsExactly(1, 2, 2);
        assertThat(computed.lines()).extracting(Line::amountFen).containsExactly(30_000L, 10_000L, 50_000L);
        assertThat(computed.lines()).extracting(Line::cutFen).containsExactly(0L, 0L, 30_000L);
        assertThat(computed.totalFen()).isEqualTo(60_000);
    }

    @Test
    void a_lower_cap_takes_back_nothing_that_was_due_before_it() {
        var meagre = terms(Unit.WORK_MONTHS, 1, List.of(new Tier(0, 5_000)), 100, LOWER.from(), null);
        var computed = Computation.of(rule(WORK, TERMS, meagre), List.of(on(1, 6, 6), on(2, 2, 7)));

        assertThat(computed.totalFen()).isEqualTo(30_000);
    }

    @Test
    void a_day_without_a_version_in_force_is_left_out() {
        var computed = Computation.of(rule(WORK, LOWER), List.of(on(1, 6, 6), on(2, 1, 7)));

        assertThat(computed.lines()).extracting(Line::quantity).containsExactly(2);
        assertThat(computed.totalFen()).isEqualTo(5_000);
    }

    @Test
    void made_up_rules_give_to_the_fen_what_counting_tier_by_tier_gives() {
        for (var seed = 0; seed < CASES; seed++) {
            var dice = new Random(seed);
            var terms = madeUp(dice);
            var quantities = quantities(dice);
            var computed = Computation.of(rule(WORK, terms), quantities);
            var sum = quantities.stream().mapToLong(Verified::amount).sum();
            var due = exact(terms, sum);

            assertThat(computed.totalFen()).as("seed %d", seed).isEqualTo(Math.min(due, terms.capFen()));
            assertThat(computed.lines().stream().mapToLong(Line::amountFen).sum())
                    .as("seed %d", seed)
                    .isEqualTo(due);
            assertThat(computed.lines()).as("seed %d", seed).allSatisfy(line -> {
                assertThat(line.amountFen()).isNotNegative();
                assertThat(line.cutFen()).isBetween(0L, line.amountFen());
                assertThat(line.shares().stream().mapToLong(Share::amount).sum())
                        .isLessThanOrEqualTo(line.amount());
            });
        }
    }

    @Test
    void the_order_in_which_quantities_were_verified_changes_nothing_on_different_days() {
        for (var seed = 0; seed < CASES; seed++) {
            var dice = new Random(seed);
            var terms = madeUp(dice);
            var quantities = quantities(dice);
            var shuffled = new ArrayList<>(quantities);
            Collections.shuffle(shuffled, dice);

            assertThat(Computation.of(rule(WORK, terms), shuffled))
                    .as("seed %d", seed)
                    .isEqualTo(Computation.of(rule(WORK, terms), quantities));
        }
    }

    @Test
    void more_work_never_pays_less() {
        for (var seed = 0; seed < CASES; seed++) {
            var dice = new Random(seed);
            var rule = rule(WORK, madeUp(dice));
            var quantities = quantities(dice);
            var fewer = quantities.subList(0, dice.nextInt(quantities.size()));

            assertThat(Computation.of(rule, quantities).totalFen())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(Computation.of(rule, fewer).totalFen());
        }
    }

    @Test
    void whoever_has_the_lines_and_the_rule_computes_the_same_to_the_fen() {
        for (var seed = 0; seed < CASES; seed++) {
            var dice = new Random(seed);
            var rule = new IncentiveRules.Published(WORK, "440233101", List.of(madeUp(dice), later(dice)), null);
            var stored = Computation.of(rule, quantities(dice));
            var again = stored.lines().stream()
                    .map(line -> new Verified(line.quantity(), line.source(), line.amount(), line.on()))
                    .toList();

            assertThat(Computation.of(rule, again)).as("seed %d", seed).isEqualTo(stored);
        }
    }

    /// Another way to the same: tier by tier, in whole numbers of any size, rounded down at the end.
    private static long exact(IncentiveTerms terms, long quantity) {
        var parts = BigInteger.ZERO;
        var rest = quantity;
        for (var at = terms.tiers().size() - 1; at >= 0; at--) {
            var tier = terms.tiers().get(at);
            if (rest > tier.from()) {
                parts = parts.add(BigInteger.valueOf(rest - tier.from()).multiply(BigInteger.valueOf(tier.rateFen())));
                rest = tier.from();
            }
        }
        return parts.divide(BigInteger.valueOf(terms.per())).longValueExact();
    }

    private static IncentiveTerms madeUp(Random dice) {
        var tiers = new ArrayList<Tier>();
        var from = (long) dice.nextInt(4);
        for (var count = 1 + dice.nextInt(5); count > 0; count--) {
            tiers.add(new Tier(from, 1 + dice.nextInt(20_000)));
            from += 1 + dice.nextInt(40);
        }
        return terms(Unit.WORK_MONTHS, 1 + dice.nextInt(300), tiers, 1 + dice.nextInt(200_000), NEW_YEAR, null);
    }

    private static IncentiveTerms later(Random dice) {
        var terms = madeUp(dice);
        return terms(Unit.WORK_MONTHS, terms.per(), terms.tiers(), terms.capFen(), LOWER.from(), null);
    }

    private static List<Verified> quantities(Random dice) {
        var quantities = new ArrayList<Verified>();
        for (var number = 1 + dice.nextInt(12); number > 0; number--) {
            quantities.add(new Verified(number, "s-" + number, 1 + dice.nextInt(50), NEW_YEAR.plusDays(number * 30L)));
        }
        return quantities.reversed();
    }

    private static Verified on(int number, long amount, int month) {
        return new Verified(number, "s-" + number, amount, LocalDate.of(2025, month, 10));
    }
}
