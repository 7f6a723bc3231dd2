package cn.shouwang.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.assistance.RiskFamilies;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.division.Division;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpMeasuresTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate SINCE = LocalDate.of(2025, 11, 1);
    private static final RiskFamilies FAMILIES =
            (family, risk, _) -> risk == RiskType.ILLNESS ? family == Family.HEALTH : family == Family.WATER_SAFETY;

    private final Tally tally = new Tally(new Division(VILLAGE, "甲村", "440233101", Division.Kind.VILLAGE), List.of());

    @Test
    void KPI05_a_measure_counts_once_something_of_it_came() {
        assertThat(Given.of(row(Family.HEALTH, "PLANNED", null))).isEmpty();
        assertThat(Given.of(row(Family.HEALTH, "APPROVED", null))).isEmpty();
        assertThat(Given.of(row(Family.HEALTH, "CANCELLED", "2025-11-09"))).isEmpty();
        assertThat(Given.of(row(Family.HEALTH, "COMPLETED", "2025-11-09")))
                .containsExactly(given(Family.HEALTH, RiskType.ILLNESS, 9));
    }

    @Test
    void KPI05_parts_the_active_ones_into_helped_and_not_and_those_with_labour_by_development() {
        HelpMeasures.help(active(3, false), List.of(), tally);
        HelpMeasures.help(active(2, false), List.of(given(Family.INDUSTRY, RiskType.ILLNESS, 11)), tally);
        HelpMeasures.help(
                active(1, true),
                List.of(given(Family.HEALTH, RiskType.ILLNESS, 21), given(Family.SOCIAL, RiskType.ILLNESS, 5)),
                tally);
        HelpMeasures.help(life("REMOVED", 9, false), List.of(), tally);

        assertThat(lines(Code.KPI05))
                .extracting(Line::measure, Line::amount, Line::persons)
                .containsExactly(
                        tuple("active", 3L, 6L),
                        tuple("days-to-first.median", 4L, null),
                        tuple("days-to-first.p90", 10L, null),
                        tuple("developmental", 1L, 2L),
                        tuple("helped", 2L, 3L),
                        tuple("not-developmental", 1L, 3L),
                        tuple("not-helped", 1L, 3L),
                        tuple("with-labour", 2L, 5L));
    }

    @Test
    void KPI05_help_before_the_determination_took_no_day() {
        HelpMeasures.help(
                active(1, false),
                List.of(new Given(Family.HEALTH, RiskType.ILLNESS, SINCE.minusDays(9), SINCE.minusDays(2))),
                tally);
        assertThat(lines(Code.KPI05))
                .filteredOn(line -> line.measure().equals("days-to-first.median"))
                .singleElement()
                .extracting(Line::amount)
                .isEqualTo(0L);
    }

    @Test
    void KPI06_a_risk_is_met_by_a_suitable_family_against_that_risk_only() {
        HelpMeasures.match(active(1, false), List.of(given(Family.HEALTH, RiskType.ILLNESS, 9)), FAMILIES, tally);
        HelpMeasures.match(active(1, false), List.of(given(Family.HEALTH, RiskType.WATER, 9)), FAMILIES, tally);
        HelpMeasures.match(active(1, false), List.of(given(Family.WATER_SAFETY, RiskType.WATER, 9)), FAMILIES, tally);

        assertThat(lines(Code.KPI06))
                .extracting(Line::measure, Line::amount)
                .containsExactly(
                        tuple("met", 2L),
                        tuple("met.ILLNESS", 1L),
                        tuple("met.WATER", 1L),
                        tuple("risks", 6L),
                        tuple("unmet", 4L),
                        tuple("unmet.ILLNESS", 2L),
                        tuple("unmet.WATER", 2L));
    }

    private List<Line> lines(Code code) {
        return tally.lines(code, (measure, division) -> Opening.of(code, measure, division));
    }

    private static Given given(Family family, RiskType risk, int day) {
        return new Given(family, risk, SINCE, LocalDate.of(2025, 11, day));
    }

    private static Life active(int persons, boolean backstop) {
        return life("MONITORED", persons, backstop);
    }

    private static Life life(String monitoring, int persons, boolean backstop) {
        return new Life(
                "h",
                VILLAGE,
                "ORDINARY",
                1,
                SINCE,
                1_161_000,
                monitoring,
                null,
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

    private static Document row(Family family, String state, @Nullable String firstOn) {
        return new Document("family", family.name())
                .append("risk", "ILLNESS")
                .append("state", state)
                .append("plannedOn", SINCE.toString())
                .append("firstOn", firstOn);
    }
}
