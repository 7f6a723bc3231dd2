package cn.shouwang.monitoring.clock.list;

import static cn.shouwang.monitoring.identification.Case.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.clock.CaseStep;
import cn.shouwang.monitoring.clock.Colour;
import cn.shouwang.monitoring.clock.Ticking;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockListProjectionTest {

    private final TestViews views = new TestViews(new ClockListProjection());

    @Test
    void a_case_that_rose_is_red_and_with_the_town_until_its_step_is_taken() {
        given(OPENED, ASSIGNED, Ticking.RISEN);
        var late = entry(november(6));
        assertThat(late.step()).isEqualTo(CaseStep.VISIT);
        assertThat(late.colour()).isEqualTo(Colour.RED);
        assertThat(late.level()).isEqualTo(ClueLevel.TOWN);
        assertThat(late.limit()).isEqualTo(november(4));
        given(VISITED);
        assertThat(entry(november(3)).level()).isNull();
    }

    @Test
    void an_objection_stops_it_and_adds_its_days_as_the_decision_counts_them() {
        given(OPENED, ASSIGNED, VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, OBJECTED);
        assertThat(entry(november(20)).colour()).isEqualTo(Colour.STOPPED);
        given(DISMISSED);
        assertThat(entry(november(8)).dueOn()).isEqualTo(november(14));
        assertThat(entry(november(8)).decideBy()).isEqualTo(november(18));
    }

    @Test
    void urgent_aid_before_the_determination_shows() {
        given(OPENED, new UrgentAidGranted(HOUSEHOLD, VILLAGE, 1, "房屋被冲毁", 200_000, "zhen01", november(2)));
        assertThat(entry(november(2)).urgentAidOn()).isEqualTo(november(2));
    }

    @Test
    void a_case_that_is_announced_or_rejected_waits_for_nothing() {
        given(until(ANNOUNCED).toArray(Placed[]::new));
        assertThat(views.row(HOUSEHOLD)).doesNotContainKeys("step", "decideBy", "level");
    }

    private void given(Placed... events) {
        views.given(events).again().rebuilt();
    }

    private ClockList.Entry entry(LocalDate today) {
        return ClockList.entry(views.row(HOUSEHOLD), today, Ticking.LIMITS, Ticking.CALENDAR);
    }
}
