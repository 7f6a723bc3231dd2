package cn.shouwang.monitoring.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.income.Income.Reference;
import cn.shouwang.monitoring.income.Income.Rule;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomeTest {

    private static final String VILLAGE = "440233999999";
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final LocalDate VISIT = LocalDate.of(2025, 11, 2);

    private static final List<Figure> EVERY_BLOCK = List.of(
            figure(Block.WAGE, "local-work", 1_000_00),
            figure(Block.OPERATING, "planting", 500_00),
            figure(Block.PROPERTY, "land-lease", 70_00),
            figure(Block.TRANSFER_IN, "dibao", 40_00),
            figure(Block.OPERATING_EXPENSE, "planting-cost", 200_00),
            figure(Block.PRODUCTION_TAX, "production-tax", 6_00),
            figure(Block.TRANSFER_OUT, "social-insurance-paid", 4_00));

    @Test
    void disposable_income_takes_off_expense_tax_and_transfers_and_net_income_expense_alone() {
        var income = assess(EVERY_BLOCK, 4);
        assertThat(income.disposableFen()).isEqualTo(1_400_00);
        assertThat(income.perHeadFen(Basis.DISPOSABLE_INCOME)).isEqualTo(350_00);
        assertThat(income.net().fen()).isEqualTo(1_410_00);
        assertThat(income.perHeadFen(Basis.NET_INCOME)).isEqualTo(352_50);
    }

    @Test
    void reference_income_adds_claims_and_takes_off_what_the_family_paid_itself() {
        var income = Assessed.RULES.assess(new Sheet(FROM, TO, EVERY_BLOCK, 90_00), VILLAGE, 4, 500_02, VISIT);
        assertThat(income.reference()).isEqualTo(new Reference(90_00, 999_98, 250_00));
    }

    @Test
    void per_head_is_rounded_half_up_to_the_fen() {
        assertThat(perHead(5, 2)).isEqualTo(3);
        assertThat(perHead(10, 3)).isEqualTo(3);
        assertThat(perHead(11, 3)).isEqualTo(4);
    }

    @Test
    void a_loss_is_an_income_below_zero() {
        var income = assess(List.of(figure(Block.OPERATING_EXPENSE, "planting-cost", 5)), 2);
        assertThat(income.disposableFen()).isEqualTo(-5);
        assertThat(income.perHeadFen()).isEqualTo(-3);
    }

    @Test
    void no_items_are_no_income() {
        assertThat(assess(List.of(), 3).perHeadFen()).isZero();
    }

    @Test
    void an_item_that_does_not_count_is_kept_with_its_reason_and_adds_nothing() {
        var income = assess(
                List.of(
                        figure(Block.TRANSFER_IN, "medical-reimbursement", 9_00),
                        figure(Block.TRANSFER_IN, "education-aid", 3_00)),
                1);
        assertThat(income.items()).extracting(Item::standing).containsExactly(Standing.NEVER_COUNTED, Standing.COUNTED);
        assertThat(income.net().fen()).isEqualTo(3_00);
    }

    @Test
    void M8_what_the_forms_disagree_about_counts_by_the_days_it_is_of() {
        var visit = LocalDate.of(2022, 12, 2);
        var sheet = new Sheet(
                LocalDate.of(2021, 12, 1),
                LocalDate.of(2022, 11, 30),
                List.of(figure("education-aid", LocalDate.of(2022, 9, 1), LocalDate.of(2022, 9, 1), visit)),
                0);
        var income = Assessed.RULES.assess(sheet, VILLAGE, 1, 0, visit);
        assertThat(income.items().getFirst().standing()).isEqualTo(Standing.NOT_YET_COUNTED);
        assertThat(income.net().fen()).isZero();
    }

    @Test
    void M8_a_figure_of_days_of_both_kinds_is_refused() {
        var visit = LocalDate.of(2023, 5, 2);
        var sheet = new Sheet(
                LocalDate.of(2022, 5, 1),
                LocalDate.of(2023, 4, 30),
                List.of(figure("education-aid", LocalDate.of(2022, 9, 1), LocalDate.of(2023, 1, 1), visit)),
                0);
        refused("income.period-straddles", () -> Assessed.RULES.assess(sheet, VILLAGE, 1, 0, visit));
    }

    @Test
    void M8_an_item_that_the_table_does_not_know_or_has_elsewhere_is_refused() {
        refused("income.unknown-item", () -> assess(List.of(figure(Block.WAGE, "lottery", 1)), 1));
        refused("income.other-block", () -> assess(List.of(figure(Block.WAGE, "planting", 1)), 1));
    }

    @Test
    void a_figure_is_of_days_of_its_sheet_and_collected_by_the_visit() {
        refused(
                "income.period-outside-window",
                () -> assess(List.of(figure("dibao", FROM.minusDays(1), TO, VISIT)), 1));
        refused("income.period-outside-window", () -> assess(List.of(figure("dibao", FROM, TO.plusDays(1), VISIT)), 1));
        refused("income.period-outside-window", () -> assess(List.of(figure("dibao", TO, FROM, VISIT)), 1));
        refused("income.collected-later", () -> assess(List.of(figure("dibao", FROM, TO, VISIT.plusDays(1))), 1));
    }

    @Test
    void M15_an_income_names_the_editions_it_was_assessed_by() {
        assertThat(assess(EVERY_BLOCK, 4).rule())
                .isEqualTo(new Rule(Formula.NATIONAL_FORM_2023, Window.TRAILING, Assessed.EDITION, Assessed.EDITION));
    }

    @Test
    void nobody_left_has_no_income_per_head() {
        refused("identification.nobody-left", () -> assess(EVERY_BLOCK, 0));
    }

    @Test
    void the_window_is_the_twelve_whole_months_before_the_month_of_the_visit() {
        refusedWindow(FROM.plusDays(1), TO, VISIT);
        refusedWindow(FROM, TO.minusDays(1), VISIT);
        refusedWindow(FROM.plusMonths(1), TO.plusMonths(1), VISIT);
        refusedWindow(FROM.minusMonths(1), TO, VISIT);
        refusedWindow(FROM.minusMonths(2), LocalDate.of(2025, 8, 31), VISIT);
    }

    @Test
    void or_the_last_yearly_cycle_that_is_over() {
        var cycle = LocalDate.of(2024, 10, 1);
        assertThat(window(cycle, VISIT)).isEqualTo(Window.ANNUAL);
        assertThat(window(cycle, LocalDate.of(2025, 10, 1))).isEqualTo(Window.TRAILING);
        assertThat(window(cycle, LocalDate.of(2026, 9, 30))).isEqualTo(Window.ANNUAL);
        refusedWindow(cycle, cycle.plusYears(1).minusDays(1), LocalDate.of(2026, 10, 1));
        refusedWindow(cycle, cycle.plusYears(1).minusDays(1), LocalDate.of(2025, 9, 30));
    }

    @Test
    void items_beyond_any_number_are_refused() {
        refused(
                "identification.income-beyond-reason",
                () -> assess(
                        List.of(
                                figure(Block.WAGE, "local-work", Long.MAX_VALUE),
                                figure(Block.WAGE, "migrant-work", 1)),
                        1));
    }

    private static Window window(LocalDate from, LocalDate visit) {
        var sheet = new Sheet(from, from.plusYears(1).minusDays(1), List.of(), 0);
        var rule = Assessed.RULES.assess(sheet, VILLAGE, 1, 0, visit).rule();
        return Objects.requireNonNull(rule.window());
    }

    private static void refusedWindow(LocalDate from, LocalDate to, LocalDate visit) {
        refused(
                "identification.income-window",
                () -> Assessed.RULES.assess(new Sheet(from, to, List.of(), 0), VILLAGE, 1, 0, visit));
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                .isEqualTo(rule));
    }

    private static long perHead(long fen, int members) {
        return assess(List.of(figure(Block.WAGE, "local-work", fen)), members).perHeadFen();
    }

    private static Income assess(List<Figure> figures, int members) {
        return Assessed.RULES.assess(new Sheet(FROM, TO, figures, 0), VILLAGE, members, 0, VISIT);
    }

    private static Figure figure(Block block, String code, long fen) {
        return new Figure(block, code, fen, Source.PAPER, new Proof(FROM, TO, List.of(), "cun01", VISIT));
    }

    private static Figure figure(String code, LocalDate from, LocalDate to, LocalDate on) {
        return new Figure(
                Block.TRANSFER_IN, code, 7_00, Source.PAPER, new Proof(from, to, List.of("2025-07"), "cun01", on));
    }
}
