package cn.shouwang.monitoring.income.assessment;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.monitoring.removal.Way.PROPOSED;
import static cn.shouwang.monitoring.removal.Way.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.income.Assessed;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
import cn.shouwang.monitoring.line.LineId;
import cn.shouwang.monitoring.line.LineTerms;
import cn.shouwang.monitoring.line.LineVersions;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssessmentsTest {

    private static final LineId LINE = new LineId("440233", 2025);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final IncomeLinePublished PUBLISHED =
            new IncomeLinePublished(LINE, "440233", terms(LINE_FEN), NEW_YEAR);

    private final List<LineEvent> line = new ArrayList<>(List.of(PUBLISHED));
    private final Recomputation recomputation = new Recomputation(
            Assessed.RULES, new LineVersions(id -> id.equals(LINE) ? line.stream() : List.<LineEvent>of().stream()));

    @Test
    void a_row_reads_back_as_the_income_it_was_made_of() {
        var income = VISITED.visit().income();
        assertThat(IncomeRow.income(IncomeRow.of(income))).isEqualTo(income);
        var earlier = new Income(
                income.from(),
                income.to(),
                income.items(),
                2,
                1,
                1,
                income.net(),
                null,
                new Income.Rule(income.rule().formula(), null, null, null));
        assertThat(IncomeRow.income(IncomeRow.of(earlier))).isEqualTo(earlier);
    }

    @Test
    void M8_every_assessment_and_decision_of_a_household_comes_out_the_same_again() {
        var row = row();
        assertThat(incomes(row)).hasSize(2).allSatisfy(entry -> assertThat(differences(entry))
                .isEmpty());
        assertThat(decisions(row)).hasSize(2).allSatisfy(entry -> assertThat(recomputation.of(entry, row))
                .isEmpty());
    }

    @Test
    void M15_a_correction_of_the_line_changes_no_earlier_decision() {
        line.add(new IncomeLineCorrected(LINE, "440233", terms(LINE_FEN - 1), "印错", november(1)));
        var row = row();
        assertThat(recomputation.of(decisions(row).getFirst(), row)).isEmpty();
    }

    @Test
    void M8_a_sum_that_does_not_follow_from_its_items_is_named() {
        var entry = incomes(row()).getFirst();
        entry.get("income", Document.class).put("disposableFen", 2 * LINE_FEN + 1);
        assertThat(differences(entry)).containsExactly(Difference.DISPOSABLE_INCOME);
        entry.put("selfPaidFen", 1L);
        assertThat(differences(entry)).containsExactly(Difference.DISPOSABLE_INCOME, Difference.REFERENCE_INCOME);
    }

    @Test
    void M8_an_edition_that_is_not_kept_is_named() {
        var entry = incomes(row()).getFirst();
        entry.get("income", Document.class).put("table", "2022-01-01");
        assertThat(differences(entry)).containsExactly(Difference.EDITION_GONE);
    }

    @Test
    void M15_another_amount_another_income_or_no_such_version_is_named() {
        var row = row();
        var decision = decisions(row).getFirst();
        decision.put("lineFen", LINE_FEN + 1);
        assertThat(recomputation.of(decision, row)).containsExactly(Difference.LINE_AMOUNT);
        decision.put("incomePerHeadFen", LINE_FEN + 1);
        assertThat(recomputation.of(decision, row))
                .containsExactly(Difference.LINE_AMOUNT, Difference.ASSESSED_INCOME, Difference.OUTCOME);
        decision.put("version", "line-440233-2025@1");
        assertThat(recomputation.of(decision, row)).containsExactly(Difference.LINE_GONE);
    }

    @Test
    void M1_a_category_that_the_base_type_does_not_permit_is_named() {
        var row = row();
        row.put("baseType", "LIFTED");
        assertThat(recomputation.of(decisions(row).getFirst(), row)).containsExactly(Difference.OUTCOME);
    }

    private List<Difference> differences(Document entry) {
        return recomputation.of(
                IncomeRow.income(entry.get("income", Document.class)),
                VISITED.division(),
                entry.getLong("selfPaidFen"));
    }

    private static Document row() {
        var history = new ArrayList<Placed>(until(ANNOUNCED));
        history.addAll(List.of(PROPOSED, Way.VISITED, REMOVED));
        return new TestViews(new AssessmentProjection())
                .given(history.toArray(Placed[]::new))
                .again()
                .rebuilt()
                .row(HOUSEHOLD);
    }

    private static List<Document> incomes(Document row) {
        return row.getList("incomes", Document.class);
    }

    private static List<Document> decisions(Document row) {
        return row.getList("decisions", Document.class);
    }

    private static LineTerms terms(long fen) {
        return new LineTerms(fen, true, Basis.DISPOSABLE_INCOME, "试1号", NEW_YEAR, "");
    }
}
