package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.removal.Way.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.removal.Check.Outcome;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Each criterion by itself: all others hold.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 11, 12);
    private static final LocalDate ON = LocalDate.of(2026, 5, 12);
    private static final ExitTerms.Edition TERMS =
            new ExitTerms.Edition(LocalDate.of(2021, 1, 1), 6, 6, Set.of(Criterion.MEASURE_IN_PLACE), "a document");

    private RemovalMode mode = RemovalMode.BY_ASSISTANCE;
    private ExitVisit seen = exit(PER_HEAD);
    private Set<RiskType> addressed = Set.copyOf(RISKS);
    private boolean labour = true;
    private boolean inclusive = true;
    private LocalDate on = ON;

    @Test
    void M9_every_criterion_is_explained_also_when_all_hold() {
        assertThat(made()).isEqualTo(holding());
    }

    @Test
    void M9_six_months_after_identification_and_not_a_day_less() {
        on = ON.minusDays(1);
        assertMissing(Criterion.OBSERVED, "5", "6");
    }

    @Test
    void M9_income_has_been_stable_for_half_a_year() {
        seen = new ExitVisit(seen.visit(), 5, true, RISKS, false);
        assertMissing(Criterion.STABLE_INCOME, "5", "6");
    }

    @Test
    void M9_income_on_the_line_itself_is_not_above_it() {
        seen = exit(LINE_FEN);
        assertMissing(Criterion.ABOVE_LINE, String.valueOf(LINE_FEN), String.valueOf(LINE_FEN));
    }

    @Test
    void M9_where_the_line_does_not_include_itself_income_on_it_is_enough() {
        seen = exit(LINE_FEN);
        inclusive = false;
        assertThat(made()).noneMatch(Check::blocks);
    }

    @Test
    void M9_large_spending_is_stably_solved() {
        seen = new ExitVisit(seen.visit(), 6, false, RISKS, false);
        assertMissing(Criterion.EXPENSE_SOLVED, null, null);
    }

    @Test
    void M9_guarantees_and_water_are_secure_and_the_open_ones_are_named() {
        seen = new ExitVisit(visit(PER_HEAD, new Visit.Guarantees(true, true, true, true), ON), 6, true, RISKS, false);
        assertMissing(Criterion.GUARANTEES, "HOUSING,SCHOOLING,WATER,INSURANCE", null);
        seen = new ExitVisit(
                visit(PER_HEAD, new Visit.Guarantees(false, false, true, false), ON), 6, true, RISKS, false);
        assertMissing(Criterion.GUARANTEES, "WATER", null);
    }

    @Test
    void M9_every_risk_found_is_gone_and_the_others_are_named() {
        seen = new ExitVisit(seen.visit(), 6, true, List.of(RiskType.ILLNESS), false);
        assertMissing(Criterion.RISKS_GONE, "LABOUR_SHORTAGE", null);
    }

    @Test
    void M9_no_new_risk_has_come_up() {
        seen = new ExitVisit(seen.visit(), 6, true, RISKS, true);
        assertMissing(Criterion.NO_NEW_RISK, null, null);
    }

    @Test
    void M9_a_measure_for_every_risk_is_in_place_and_the_others_are_named() {
        addressed = Set.of(RiskType.LABOUR_SHORTAGE);
        assertMissing(Criterion.MEASURE_IN_PLACE, "ILLNESS", null);
    }

    @Test
    void M9_a_household_in_which_nobody_can_work_stays_monitored() {
        labour = false;
        assertMissing(Criterion.HAS_LABOUR, null, null);
    }

    @Test
    void a_household_that_came_out_by_itself_needs_no_measure_and_all_the_rest() {
        mode = RemovalMode.NATURAL;
        addressed = Set.of();
        assertThat(made()).noneMatch(Check::blocks);
        assertThat(made())
                .contains(new Check(Criterion.MEASURE_IN_PLACE, Outcome.WAIVED, "ILLNESS,LABOUR_SHORTAGE", null));
        labour = false;
        assertThat(made())
                .filteredOn(Check::blocks)
                .extracting(Check::criterion)
                .containsExactly(Criterion.HAS_LABOUR);
    }

    @Test
    void what_holds_is_not_called_waived() {
        mode = RemovalMode.NATURAL;
        assertThat(made()).isEqualTo(holding());
    }

    private void assertMissing(Criterion criterion, @Nullable String found, @Nullable String needed) {
        var missing = new Check(criterion, Outcome.MISSING, found, needed);
        var blocking = made().stream().filter(Check::blocks).toList();
        assertThat(blocking).isEqualTo(Collections.singletonList(missing));
    }

    private List<Check> made() {
        var line = new Lines.InForce("line-440233-2025@0", LINE_FEN, inclusive, Basis.DISPOSABLE_INCOME);
        return new Checks(mode, RISKS, SINCE, seen, addressed, labour, line, TERMS, on).made();
    }
}
