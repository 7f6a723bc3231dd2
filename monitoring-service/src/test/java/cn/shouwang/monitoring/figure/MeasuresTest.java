package cn.shouwang.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.division.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasuresTest {

    private static final String HERE = "440233101203";
    private static final String THERE = "440233101204";
    private static final LocalDate SINCE = LocalDate.of(2025, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 28);

    private final Tally tally = new Tally(
            new Division("440233101", "某镇", "440233", Division.Kind.TOWN),
            List.of(
                    new Division(HERE, "甲村", "440233101", Division.Kind.VILLAGE),
                    new Division(THERE, "乙村", "440233101", Division.Kind.VILLAGE)));

    @Test
    void KPI01_parts_all_that_were_ever_monitored_and_the_active_ones_by_category() {
        Measures.size(life(HERE, "MONITORED", null, 3, false), tally);
        Measures.size(life(HERE, "MONITORED", null, 1, true), tally);
        Measures.size(life(THERE, "REMOVED", "NATURAL", 4, false), tally);
        Measures.size(life(THERE, "REMOVED", "BY_ASSISTANCE", 2, false), tally);
        Measures.size(life(THERE, "CLOSED", null, 0, true), tally);

        assertThat(lines(Code.KPI01))
                .extracting(Line::division, Line::measure, Line::amount, Line::persons)
                .containsExactly(
                        tuple("440233101", "active", 2L, 4L),
                        tuple("440233101", "backstop", 1L, 1L),
                        tuple("440233101", "category.MARGINAL", 2L, 4L),
                        tuple("440233101", "closed", 1L, 0L),
                        tuple("440233101", "ever", 5L, 10L),
                        tuple("440233101", "removed.BY_ASSISTANCE", 1L, 2L),
                        tuple("440233101", "removed.NATURAL", 1L, 4L),
                        tuple("440233101", "risk.ILLNESS", 2L, 4L),
                        tuple("440233101", "risk.WATER", 2L, 4L),
                        tuple(HERE, "active", 2L, 4L),
                        tuple(HERE, "backstop", 1L, 1L),
                        tuple(HERE, "category.MARGINAL", 2L, 4L),
                        tuple(HERE, "ever", 2L, 4L),
                        tuple(HERE, "risk.ILLNESS", 2L, 4L),
                        tuple(HERE, "risk.WATER", 2L, 4L),
                        tuple(THERE, "closed", 1L, 0L),
                        tuple(THERE, "ever", 3L, 6L),
                        tuple(THERE, "removed.BY_ASSISTANCE", 1L, 2L),
                        tuple(THERE, "removed.NATURAL", 1L, 4L));
    }

    @Test
    void R5_what_parts_hold_adds_up_to_the_whole() {
        IntStream.range(0, 50)
                .forEach(each -> Measures.size(
                        life(
                                each % 3 == 0 ? HERE : THERE,
                                each % 2 == 0 ? "MONITORED" : "REMOVED",
                                "NATURAL",
                                each,
                                false),
                        tally));
        var lines = lines(Code.KPI01);
        lines.stream().filter(line -> line.division().equals("440233101")).forEach(whole -> {
            var parts = lines.stream()
                    .filter(line ->
                            line.division().length() == 12 && line.measure().equals(whole.measure()))
                    .mapToLong(Line::amount)
                    .sum();
            assertThat(parts).as(whole.measure()).isEqualTo(whole.amount());
        });
    }

    @Test
    void KPI03_tells_closed_in_time_from_late_and_open_from_overdue() {
        Measures.clue(clue("2025-11-10", "2025-11-10", "INCLUDED"), tally, TODAY);
        Measures.clue(clue("2025-11-10", "2025-11-11", "NOT_ELIGIBLE"), tally, TODAY);
        Measures.clue(clue("2025-11-28", null, null), tally, TODAY);
        Measures.clue(clue("2025-11-27", null, null), tally, TODAY);
        Measures.clue(clue("2025-11-27", null, null).append("duplicates", List.of("pair")), tally, TODAY);

        assertThat(lines(Code.KPI03))
                .filteredOn(line -> line.division().equals(HERE))
                .extracting(Line::measure, Line::amount)
                .containsExactly(
                        tuple("closed.in-time", 1L),
                        tuple("closed.late", 1L),
                        tuple("clues", 4L),
                        tuple("open.in-time", 1L),
                        tuple("open.overdue", 1L),
                        tuple("outcome.INCLUDED", 1L),
                        tuple("outcome.NOT_ELIGIBLE", 1L));
    }

    @Test
    void KPI04_takes_median_and_ninetieth_by_nearest_rank() {
        assertThat(Tally.nearestRank(List.of(7), 50)).isEqualTo(7);
        assertThat(Tally.nearestRank(List.of(1, 2, 3, 4), 50)).isEqualTo(2);
        assertThat(Tally.nearestRank(IntStream.rangeClosed(1, 10).boxed().toList(), 90))
                .isEqualTo(9);
        assertThat(Tally.nearestRank(IntStream.rangeClosed(1, 11).boxed().toList(), 90))
                .isEqualTo(10);
    }

    @Test
    void KPI07_counts_reversions_and_returns_of_households_wherever_they_stand_now() {
        Measures.removal(
                new Life(
                        "h",
                        HERE,
                        "ORDINARY",
                        1,
                        TODAY,
                        1_161_000,
                        "MONITORED",
                        null,
                        "MARGINAL",
                        List.of("ILLNESS"),
                        3,
                        false,
                        9,
                        false,
                        null,
                        2,
                        1),
                tally);
        Measures.removal(life(HERE, "REMOVED", "NATURAL", 4, false), tally);

        assertThat(lines(Code.KPI07))
                .filteredOn(line -> line.division().equals(HERE))
                .extracting(Line::measure, Line::amount, Line::persons)
                .containsExactly(
                        tuple("removed.NATURAL", 1L, 4L), tuple("returned", 1L, 3L), tuple("reverted", 1L, 3L));
    }

    private List<Line> lines(Code code) {
        return tally.lines(code, (measure, division) -> "/" + measure + "/" + division);
    }

    private static Life life(String village, String monitoring, @Nullable String mode, int persons, boolean backstop) {
        return new Life(
                "h",
                village,
                "ORDINARY",
                1,
                SINCE,
                1_161_000,
                monitoring,
                mode,
                "MARGINAL",
                List.of("ILLNESS", "WATER"),
                persons,
                backstop,
                11,
                false,
                null,
                0,
                0);
    }

    private static Document clue(String dueOn, @Nullable String closedOn, @Nullable String outcome) {
        return new Document("division", HERE)
                .append("dueOn", dueOn)
                .append("closedOn", closedOn)
                .append("outcome", outcome)
                .append("duplicates", List.of());
    }
}
