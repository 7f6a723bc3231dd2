package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.helper.Visits.ASSIGNED;
import static cn.shouwang.monitoring.helper.Visits.ENDED;
import static cn.shouwang.monitoring.helper.Visits.VISITED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitStepsTest {

    private static final String VISIT = "helper-" + HOUSEHOLD;

    @Test
    void a_household_with_a_helper_is_to_be_visited() {
        assertThat(row(VISIT, ASSIGNED))
                .containsEntry("step", "VISIT_HOUSEHOLD")
                .containsEntry("dueOn", "2025-12-13");
        assertThat(row(VISIT, ASSIGNED, VISITED)).containsEntry("dueOn", "2025-12-18");
        assertThat(row(VISIT, ASSIGNED, ENDED)).doesNotContainKey("step");
    }

    private static Document row(String id, Placed... history) {
        return new TestViews(new TodoProjection())
                .given(history)
                .again()
                .rebuilt()
                .row(id);
    }
}
