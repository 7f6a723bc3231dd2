package cn.shouwang.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.division.Division;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpkeepMeasuresTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 28);

    private final Tally tally = new Tally(new Division(VILLAGE, "甲村", "440233101", Division.Kind.VILLAGE), List.of());

    @Test
    void KPI10_the_day_itself_is_in_time_and_a_household_nobody_visited_is_seen() {
        UpkeepMeasures.visits(row().append("visitBy", "2025-11-28").append("lastOn", "2025-10-28"), tally, TODAY);
        UpkeepMeasures.visits(row().append("visitBy", "2025-11-27"), tally, TODAY);
        UpkeepMeasures.visits(row().append("monitoredSince", "2025-11-27"), tally, TODAY);

        assertThat(lines(Code.KPI10))
                .extracting(Line::measure, Line::amount)
                .containsExactly(
                        tuple("in-time", 1L),
                        tuple("never", 2L),
                        tuple("overdue", 1L),
                        tuple("to-be-visited", 2L),
                        tuple("visited", 1L));
    }

    @Test
    void KPI23_counts_what_waits_by_rule_and_how_long_the_rest_took() {
        UpkeepMeasures.quality(issue("OPEN"), tally, TODAY);
        UpkeepMeasures.quality(issue("ASSIGNED").append("dueOn", "2025-11-27"), tally, TODAY);
        UpkeepMeasures.quality(issue("ASSIGNED").append("dueOn", "2025-11-28"), tally, TODAY);
        UpkeepMeasures.quality(issue("FIXED").append("closedOn", "2025-11-11"), tally, TODAY);
        UpkeepMeasures.quality(issue("EXPLAINED").append("closedOn", "2025-11-21"), tally, TODAY);

        assertThat(lines(Code.KPI23))
                .extracting(Line::measure, Line::amount, Line::opens)
                .containsExactly(
                        tuple("days-to-fix.median", 10L, "/quality/issues?division=" + VILLAGE + "&state=FIXED"),
                        tuple("days-to-fix.p90", 10L, "/quality/issues?division=" + VILLAGE + "&state=FIXED"),
                        tuple("overdue", 1L, "/quality/issues?division=" + VILLAGE + "&state=ASSIGNED"),
                        tuple("rule.Q01", 3L, "/quality/issues?division=" + VILLAGE + "&rule=Q01"),
                        tuple("state.ASSIGNED", 2L, "/quality/issues?division=" + VILLAGE + "&state=ASSIGNED"),
                        tuple("state.EXPLAINED", 1L, "/quality/issues?division=" + VILLAGE + "&state=EXPLAINED"),
                        tuple("state.FIXED", 1L, "/quality/issues?division=" + VILLAGE + "&state=FIXED"),
                        tuple("state.OPEN", 1L, "/quality/issues?division=" + VILLAGE + "&state=OPEN"));
    }

    private List<Line> lines(Code code) {
        return tally.lines(code, (measure, division) -> Opening.of(code, measure, division));
    }

    private static Document row() {
        return new Document("division", VILLAGE);
    }

    private static Document issue(String state) {
        return row().append("state", state).append("rule", "Q01").append("foundOn", "2025-11-01");
    }
}
