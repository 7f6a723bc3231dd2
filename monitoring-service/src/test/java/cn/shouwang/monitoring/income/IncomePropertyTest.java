package cn.shouwang.monitoring.income;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.income.Income.Net;
import cn.shouwang.monitoring.income.ItemTable.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Sheets of random items of the shipped table; the repetition is the seed.
@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomePropertyTest {

    private static final String VILLAGE = "440233999999";
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final LocalDate VISIT = LocalDate.of(2025, 11, 2);
    private static final List<Row> ITEMS = ItemTable.shipped().on(VISIT).at(VILLAGE);

    @RepeatedTest(200)
    void M8_an_income_comes_out_the_same_from_its_items_and_editions(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var income = assess(figures(random), 1 + random.nextInt(9), random.nextInt(100_000), 12_34);
        assertThat(Assessed.RULES.again(income, VILLAGE, 12_34)).contains(income);
    }

    @RepeatedTest(200)
    void M8_another_item_sum_or_self_paid_amount_does_not_come_out_the_same(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var figures = figures(random);
        var income = assess(figures, 3, 0, 12_34);
        var tampered = new Income(
                income.from(),
                income.to(),
                income.items(),
                3,
                income.disposableFen() + 3,
                income.perHeadFen() + 1,
                income.net(),
                income.reference(),
                income.rule());
        assertThat(Assessed.RULES.again(tampered, VILLAGE, 12_34))
                .contains(income)
                .isNotEqualTo(tampered);
        assertThat(Assessed.RULES.again(income, VILLAGE, 12_35)).get().isNotEqualTo(income);
    }

    @RepeatedTest(200)
    void the_order_of_the_items_does_not_matter(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var figures = figures(random);
        var one = assess(figures, 4, 5_00, 0);
        Collections.shuffle(figures, random);
        var other = assess(figures, 4, 5_00, 0);
        assertThat(other.net()).isEqualTo(one.net());
        assertThat(other.reference()).isEqualTo(one.reference());
        assertThat(other.disposableFen()).isEqualTo(one.disposableFen());
        assertThat(other.perHeadFen()).isEqualTo(one.perHeadFen());
    }

    @RepeatedTest(200)
    void twice_the_amounts_are_twice_the_income(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var figures = figures(random);
        var doubled = figures.stream()
                .map(figure -> new Figure(
                        figure.block(), figure.code(), 2 * figure.amountFen(), figure.source(), figure.proof()))
                .toList();
        var one = assess(figures, 1, 3_00, 0);
        assertThat(assess(doubled, 1, 6_00, 0).disposableFen()).isEqualTo(2 * one.disposableFen());
        assertThat(assess(doubled, 1, 6_00, 0).net())
                .isEqualTo(new Net(2 * one.net().fen(), 2 * one.net().perHeadFen()));
    }

    /// Reckoned here once more, by the words of the form.
    @RepeatedTest(200)
    void both_bases_are_what_the_form_says(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var figures = figures(random);
        var net = BigDecimal.ZERO;
        var disposable = BigDecimal.ZERO;
        for (var figure : figures) {
            var counts = ITEMS.stream().noneMatch(row -> row.code().equals(figure.code()) && row.never());
            var yuan = counts ? BigDecimal.valueOf(figure.amountFen(), 2) : BigDecimal.ZERO;
            switch (figure.block()) {
                case WAGE, OPERATING, PROPERTY, TRANSFER_IN -> {
                    net = net.add(yuan);
                    disposable = disposable.add(yuan);
                }
                case OPERATING_EXPENSE -> {
                    net = net.subtract(yuan);
                    disposable = disposable.subtract(yuan);
                }
                case PRODUCTION_TAX, TRANSFER_OUT -> disposable = disposable.subtract(yuan);
            }
        }
        var income = assess(figures, 7, 0, 0);
        assertThat(BigDecimal.valueOf(income.net().fen(), 2)).isEqualByComparingTo(net);
        assertThat(BigDecimal.valueOf(income.perHeadFen(), 2))
                .isEqualByComparingTo(disposable.divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP));
    }

    private static List<Figure> figures(Random random) {
        var figures = new ArrayList<Figure>();
        for (var left = random.nextInt(40); left > 0; left--) {
            var row = ITEMS.get(random.nextInt(ITEMS.size()));
            var from = FROM.plusDays(random.nextInt(365));
            var to = from.plusDays(random.nextInt((int) (TO.toEpochDay() - from.toEpochDay()) + 1));
            var proof = new Proof(from, to, List.of(), "cun01", VISIT);
            figures.add(new Figure(row.block(), row.code(), random.nextLong(10_000_000_00L), Source.PAPER, proof));
        }
        return figures;
    }

    private static Income assess(List<Figure> figures, int members, long claimFen, long selfPaidFen) {
        return Assessed.RULES.assess(new Sheet(FROM, TO, figures, claimFen), VILLAGE, members, selfPaidFen, VISIT);
    }
}
