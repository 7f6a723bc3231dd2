package cn.shouwang.monitoring.line.whatif;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.monitoring.removal.Way.PER_HEAD;
import static cn.shouwang.monitoring.removal.Way.PROPOSED;
import static cn.shouwang.monitoring.removal.Way.REMOVED;
import static cn.shouwang.monitoring.removal.Way.REVERTED;
import static cn.shouwang.monitoring.removal.Way.VISITED;
import static cn.shouwang.monitoring.removal.Way.may;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines.InForce;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The household of the case has 11,610.00 yuan per head, which is the line, on 2 November 2025,
/// and a fen more on 13 May 2026.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfTest {

    private static final InForce LINE = new InForce("line-440233-2025@0", LINE_FEN, true, Basis.DISPOSABLE_INCOME);

    private final TestViews views = new TestViews(new AssessedProjection());

    @ParameterizedTest
    @CsvSource({
        "6000.00, LEAVES",
        "8800.00, LEAVES",
        "11609.99, LEAVES",
        "11610.00, STAYS",
        "11610.01, STAYS",
        "12000.00, STAYS"
    })
    void M2_a_household_at_the_line_is_within_it_and_leaves_under_a_lower_one(BigDecimal yuan, Movement movement) {
        assertThat(entry(november(2), yuan).movement()).isEqualTo(movement);
    }

    @ParameterizedTest
    @CsvSource({"11610.00, OUTSIDE", "11610.01, ENTERS", "12000.00, ENTERS"})
    void M2_a_household_a_fen_above_the_line_enters_under_a_higher_one(BigDecimal yuan, Movement movement) {
        assertThat(entry(may(13), yuan).movement()).isEqualTo(movement);
    }

    @Test
    void M1_income_opens_the_category_of_the_base_type_and_none_outside_both_lines() {
        assertThat(entry(november(2), new BigDecimal("6000")).category()).isEqualTo(Category.MARGINAL);
        assertThat(entry(may(13), new BigDecimal("6000")).category()).isNull();
    }

    @Test
    void without_another_amount_nobody_moves() {
        assertThat(WhatIf.entry(known(november(2)).orElseThrow(), LINE, null).movement())
                .isEqualTo(Movement.STAYS);
    }

    @Test
    void a_line_that_does_not_include_its_number_leaves_out_who_has_just_that() {
        var strict = new InForce(LINE.version(), LINE_FEN, false, Basis.NET_INCOME);
        assertThat(WhatIf.entry(known(november(2)).orElseThrow(), strict, new BigDecimal("11610.01"))
                        .movement())
                .isEqualTo(Movement.ENTERS);
    }

    @Test
    void a_past_day_knows_nothing_of_a_later_assessment() {
        assertThat(known(may(12)).orElseThrow().perHeadFen(Basis.DISPOSABLE_INCOME))
                .isEqualTo(LINE_FEN);
        assertThat(known(may(13)).orElseThrow().perHeadFen(Basis.DISPOSABLE_INCOME))
                .isEqualTo(PER_HEAD);
    }

    @Test
    void M1_after_a_correction_the_category_is_that_of_the_corrected_base_type() {
        var corrected = new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(1), november(1));
        views.given(OPENED, Case.VISITED, Case.REJECTED, corrected).again().rebuilt();
        assertThat(entry(november(2), new BigDecimal("6000")).category()).isEqualTo(Category.UNSTABLE_LIFTED);
    }

    @Test
    void a_household_whose_type_was_corrected_and_that_never_had_a_case_is_not_counted() {
        views.given(new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(1), november(1)));
        assertThat(Assessed.on(november(2), views.row(HOUSEHOLD))).isEmpty();
    }

    @Test
    void a_household_without_an_assessment_is_not_counted() {
        views.given(OPENED).again().rebuilt();
        assertThat(Assessed.on(november(28), row())).isEmpty();
    }

    @Test
    void nor_is_one_whose_first_assessment_comes_later() {
        assertThat(known(november(1))).isEmpty();
    }

    @Test
    void it_is_monitored_from_its_determination_to_its_removal_and_again_after_a_reversion() {
        var row = wholeWay();
        assertThat(List.of(november(11), november(12), may(24), may(25), may(28)))
                .extracting(day -> Assessed.on(day, row).orElseThrow().monitoredAs())
                .containsExactly(null, Category.MARGINAL, Category.MARGINAL, null, Category.MARGINAL);
    }

    private WhatIf.Entry entry(LocalDate day, BigDecimal yuan) {
        return WhatIf.entry(known(day).orElseThrow(), LINE, yuan);
    }

    private Optional<Assessed> known(LocalDate day) {
        return Assessed.on(day, wholeWay());
    }

    private Document wholeWay() {
        if (views.rows().isEmpty()) {
            var history = new ArrayList<Placed>(until(ANNOUNCED));
            history.addAll(List.of(PROPOSED, VISITED, REMOVED, REVERTED));
            views.given(history.toArray(Placed[]::new)).again().rebuilt();
        }
        return row();
    }

    private Document row() {
        return views.row(HOUSEHOLD);
    }
}
