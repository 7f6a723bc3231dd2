package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.ASSIGNED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.OBJECTED;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.until;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clock.Ticking;
import cn.shouwang.monitoring.marking.Marks;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockStepsTest {

    private final TestViews views = new TestViews(new TodoProjection());

    @Test
    void a_case_that_rose_is_work_of_the_town_until_its_step_is_taken() {
        views.given(OPENED, ASSIGNED, Ticking.RISEN, OBJECTED);
        var risen = views.row("clock-" + HOUSEHOLD);
        assertThat(risen.getString("step")).isEqualTo("SEE_TO_CASE_AS_TOWN");
        assertThat(risen.getList("roles", String.class)).containsExactly("TOWN_OFFICE", "TOWN_PARTY_SECRETARY");
        assertThat(risen.getString("dueOn")).isEqualTo("2025-11-07");
        views.given(VISITED).again();
        assertThat(views.row("clock-" + HOUSEHOLD)).doesNotContainKey("step");
    }

    @Test
    void an_announced_household_is_to_be_marked_until_it_is() {
        views.given(until(ANNOUNCED).toArray(Placed[]::new));
        assertThat(views.row("marking-" + HOUSEHOLD).getString("step")).isEqualTo("MARK_HOUSEHOLD");
        views.given(Marks.MARKED).again();
        assertThat(views.row("marking-" + HOUSEHOLD)).doesNotContainKey("step");
    }
}
