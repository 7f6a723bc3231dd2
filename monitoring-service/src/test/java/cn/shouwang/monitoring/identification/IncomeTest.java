package cn.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.identification.Income.Block;
import cn.shouwang.monitoring.identification.Income.Item;
import cn.shouwang.monitoring.identification.Income.Source;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomeTest {

    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final LocalDate VISIT = LocalDate.of(2025, 11, 2);

    @Test
    void every_block_counts_with_its_sign() {
        var income = Income.assess(
                FROM,
                TO,
                List.of(
                        item(Block.WAGE, 1_000_00),
                        item(Block.OPERATING, 500_00),
                        item(Block.PROPERTY, 70_00),
                        item(Block.TRANSFER_IN, 40_00),
                        item(Block.OPERATING_EXPENSE, 200_00),
                        item(Block.PRODUCTION_TAX, 6_00),
                        item(Block.TRANSFER_OUT, 4_00)),
                4,
                VISIT);
        assertThat(income.disposableFen()).isEqualTo(1_400_00);
        assertThat(income.perHeadFen()).isEqualTo(350_00);
    }

    @Test
    void per_head_is_rounded_half_up_to_the_fen() {
        assertThat(perHead(5, 2)).isEqualTo(3);
        assertThat(perHead(10, 3)).isEqualTo(3);
        assertThat(perHead(11, 3)).isEqualTo(4);
    }

    @Test
    void a_loss_is_an_income_below_zero() {
        var income = Income.assess(FROM, TO, List.of(item(Block.OPERATING_EXPENSE, 5)), 2, VISIT);
        assertThat(income.disposableFen()).isEqualTo(-5);
        assertThat(income.perHeadFen()).isEqualTo(-3);
    }

    @Test
    void no_items_are_no_income() {
        assertThat(Income.assess(FROM, TO, List.of(), 3, VISIT).perHeadFen()).isZero();
    }

    @Test
    void M8_whoever_has_the_items_can_compute_it_again() {
        var income = Income.assess(FROM, TO, List.of(item(Block.WAGE, 7)), 2, VISIT);
        assertThat(income.recomputes()).isTrue();
        assertThat(new Income(FROM, TO, income.items(), 2, 7, 3).recomputes()).isFalse();
        assertThat(new Income(FROM, TO, income.items(), 2, 8, 4).recomputes()).isFalse();
    }

    @Test
    void nobody_left_has_no_income_per_head() {
        assertThatThrownBy(() -> Income.assess(FROM, TO, List.of(item(Block.WAGE, 7)), 0, VISIT))
                .satisfies(
                        failure -> assertThat(((RuleBroken) failure).rule()).isEqualTo("identification.nobody-left"));
    }

    @Test
    void the_window_is_twelve_whole_months_that_are_over() {
        refused(FROM.plusDays(1), TO);
        refused(FROM, TO.minusDays(1));
        refused(FROM.plusMonths(1), TO.plusMonths(1));
        refused(FROM.minusMonths(1), TO);
    }

    @Test
    void items_beyond_any_number_are_refused() {
        assertThatThrownBy(() -> Income.assess(
                        FROM, TO, List.of(item(Block.WAGE, Long.MAX_VALUE), item(Block.WAGE, 1)), 1, VISIT))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo("identification.income-beyond-reason"));
    }

    private static void refused(LocalDate from, LocalDate to) {
        assertThatThrownBy(() -> Income.assess(from, to, List.of(), 1, VISIT))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo("identification.income-window"));
    }

    private static long perHead(long fen, int members) {
        return Income.assess(FROM, TO, List.of(item(Block.WAGE, fen)), members, VISIT)
                .perHeadFen();
    }

    private static Item item(Block block, long fen) {
        return new Item(block, "x", fen, Source.PAPER);
    }
}
