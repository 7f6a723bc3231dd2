package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.APPRAISED;
import static cn.shouwang.monitoring.identification.Case.ASSIGNED;
import static cn.shouwang.monitoring.identification.Case.AUTHORIZED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.DISMISSED;
import static cn.shouwang.monitoring.identification.Case.ENDED;
import static cn.shouwang.monitoring.identification.Case.OBJECTED;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.PUBLICIZED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.RETURNED;
import static cn.shouwang.monitoring.identification.Case.REVIEWED;
import static cn.shouwang.monitoring.identification.Case.UPHELD;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.revisited;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import java.time.LocalDate;
import java.util.List;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseStepsTest {

    @Test
    void every_step_leaves_the_next_one_to_do() {
        next(OPENED, Step.VISIT);
        next(ASSIGNED, Step.VISIT);
        next(VISITED, Step.AUTHORIZE);
        next(revisited(november(8)), Step.APPRAISE);
        next(AUTHORIZED, Step.APPRAISE);
        next(APPRAISED, Step.PUBLICISE);
        next(PUBLICIZED, Step.END_PUBLICITY);
        next(UPHELD, Step.VISIT);
        next(ENDED, Step.REVIEW);
        next(REVIEWED, Step.DETERMINE);
        next(RETURNED, Step.VISIT);
        next(DETERMINED, Step.ANNOUNCE);
    }

    @Test
    void a_visit_and_a_notice_have_days_of_their_own() {
        assertThat(Rendered.set(CaseSteps.next(OPENED))).containsEntry("decideBy", new BsonString("2025-11-16"));
        assertThat(Rendered.set(CaseSteps.next(ASSIGNED))).containsEntry("dueOn", new BsonString("2025-11-04"));
        assertThat(Rendered.set(CaseSteps.next(PUBLICIZED))).containsEntry("dueOn", new BsonString("2025-11-09"));
        assertThat(Rendered.unset(CaseSteps.next(ENDED))).containsKey("dueOn");
    }

    @Test
    void an_objection_that_is_raised_or_dismissed_changes_nothing_in_the_case() {
        assertThat(Rendered.set(CaseSteps.next(OBJECTED))).isEmpty();
        assertThat(Rendered.set(CaseSteps.next(DISMISSED))).isEmpty();
    }

    @Test
    void after_the_last_step_nothing_is_to_be_done() {
        for (var last : List.of(ANNOUNCED, REJECTED)) {
            assertThat(Rendered.unset(CaseSteps.next(last))).containsOnlyKeys("step", "roles", "since", "dueOn");
        }
    }

    @Test
    void work_is_overdue_the_day_after_it_was_due() {
        var row = new Document("kind", "CASE")
                .append("subject", "s")
                .append("division", "440233101203")
                .append("step", "REVIEW")
                .append("since", "2025-11-09")
                .append("decideBy", "2025-11-16");
        assertThat(Todo.entry(row, LocalDate.of(2025, 11, 16)).overdue()).isFalse();
        assertThat(Todo.entry(row, LocalDate.of(2025, 11, 17)).overdue()).isTrue();
        assertThat(Todo.entry(row.append("dueOn", "2025-11-18"), LocalDate.of(2025, 11, 18))
                        .dueOn())
                .isEqualTo("2025-11-18");
    }

    private static void next(IdentificationEvent event, Step step) {
        assertThat(Rendered.set(CaseSteps.next(event)))
                .containsEntry("step", new BsonString(step.name()))
                .containsEntry("since", new BsonString(event.on().toString()));
    }
}
