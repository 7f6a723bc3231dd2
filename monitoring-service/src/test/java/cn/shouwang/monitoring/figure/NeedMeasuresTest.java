package cn.shouwang.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.division.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NeedMeasuresTest {

    private static final String VILLAGE = "440233101203";
    private static final long LINE = 1_161_000;

    private final Tally tally = new Tally(new Division(VILLAGE, "甲村", "440233101", Division.Kind.VILLAGE), List.of());

    @Test
    void KPI08_the_line_itself_is_not_above_the_line() {
        NeedMeasures.income(life("MONITORED"), seen(LINE), tally);
        NeedMeasures.income(life("MONITORED"), seen(LINE + 1), tally);
        NeedMeasures.income(life("REMOVED"), seen(LINE + 1), tally);

        assertThat(lines(Code.KPI08))
                .extracting(Line::measure, Line::amount)
                .contains(
                        tuple("above-line", 1L),
                        tuple("at-or-below-line", 1L),
                        tuple("band.to-100", 1L),
                        tuple("band.to-150", 1L),
                        tuple("baseType.LIFTED", 2L),
                        tuple("yuan-per-head.median", 11_610L));
    }

    @Test
    void KPI08_bands_leave_no_gap() {
        assertThat(NeedMeasures.band(-1, LINE)).isEqualTo("to-50");
        assertThat(NeedMeasures.band(LINE / 2, LINE)).isEqualTo("to-50");
        assertThat(NeedMeasures.band(LINE / 2 + 1, LINE)).isEqualTo("to-100");
        assertThat(NeedMeasures.band(2 * LINE, LINE)).isEqualTo("to-200");
        assertThat(NeedMeasures.band(2 * LINE + 1, LINE)).isEqualTo("beyond-200");
    }

    @Test
    void KPI08_a_gain_is_what_came_since_the_first_visit_of_the_case() {
        var file = new Document("cycles", new Document("2", new Document("visit", visit("2025-03-01", 800_000L))))
                .append(
                        "exits",
                        new Document("1", new Document("cycle", 1).append("visit", visit("2025-12-01", 1L)))
                                .append(
                                        "2",
                                        new Document("cycle", 2).append("visit", visit("2025-10-01", 1_300_000L))));
        assertThat(Seen.of(file, 2)).hasValueSatisfying(seen -> {
            assertThat(seen.perHeadFen()).isEqualTo(1_300_000L);
            assertThat(seen.gainFen()).contains(500_000L);
        });
        assertThat(Seen.of(file, 3)).isEmpty();
        NeedMeasures.income(life("MONITORED"), Seen.of(file, 2).orElseThrow(), tally);
        assertThat(lines(Code.KPI08))
                .extracting(Line::measure, Line::amount)
                .contains(tuple("gain-yuan-per-head.median", 5_000L));
    }

    @Test
    void KPI08_sums_what_counts_in_each_block_over_active_households() {
        var file = new Document("cycles", new Document("1", new Document("visit", visit("2025-03-01", 800_000L))));
        var seen = Seen.of(file, 1).orElseThrow();
        NeedMeasures.income(life("MONITORED"), seen, tally);
        NeedMeasures.income(life("MONITORED"), seen, tally);
        NeedMeasures.income(life("REMOVED"), seen, tally);
        assertThat(lines(Code.KPI08))
                .extracting(Line::measure, Line::amount)
                .contains(tuple("block-yuan.WAGE", 32_000L), tuple("block-yuan.TRANSFER_OUT", 600L));
    }

    @Test
    void KPI09_counts_a_household_under_each_thing_that_is_wanting() {
        NeedMeasures.guarantees(
                life("MONITORED"), new Seen(true, false, true, false, 0, Optional.empty(), Map.of()), tally);
        NeedMeasures.guarantees(
                life("MONITORED"), new Seen(false, true, false, true, 0, Optional.empty(), Map.of()), tally);
        NeedMeasures.guarantees(life("MONITORED"), seen(0), tally);
        NeedMeasures.guarantees(life("REMOVED"), seen(0), tally);

        assertThat(lines(Code.KPI09))
                .extracting(Line::measure, Line::amount)
                .containsExactly(
                        tuple("housing", 1L),
                        tuple("out-of-school", 1L),
                        tuple("secure", 1L),
                        tuple("uninsured", 1L),
                        tuple("water", 1L));
    }

    private List<Line> lines(Code code) {
        return tally.lines(code, (measure, division) -> Opening.of(code, measure, division));
    }

    private static Seen seen(long perHeadFen) {
        return new Seen(false, false, false, false, perHeadFen, Optional.empty(), Map.of());
    }

    private static Document visit(String on, long perHeadFen) {
        return new Document("on", on)
                .append("housingProblem", false)
                .append("childOutOfSchool", false)
                .append("waterProblem", false)
                .append("memberUninsured", false)
                .append("perHeadFen", perHeadFen)
                .append("blocksFen", new Document("WAGE", 2 * perHeadFen).append("TRANSFER_OUT", 30_050L));
    }

    private static Life life(String monitoring) {
        return new Life(
                "h",
                VILLAGE,
                "LIFTED",
                2,
                LocalDate.of(2025, 11, 1),
                LINE,
                monitoring,
                null,
                "UNSTABLE_LIFTED",
                List.of("ILLNESS"),
                3,
                false,
                11,
                false,
                null,
                0,
                0);
    }
}
