package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.removal.Way.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.identification.Appraisal.Votes;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.removal.ExitAppraisal;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.platform.test.TestViews;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalStepsTest {

    @Test
    void every_step_of_a_removal_leaves_the_next_one_to_do() {
        next(RemovalSteps.next(PROPOSED), Step.VISIT_FOR_REMOVAL);
        next(RemovalSteps.next(VISITED), Step.APPRAISE_REMOVAL);
        next(RemovalSteps.next(BLOCKED), Step.VISIT_FOR_REMOVAL);
        next(RemovalSteps.next(APPRAISED), Step.HANG_NOTICE);
        next(RemovalSteps.next(RETURNED), Step.VISIT_FOR_REMOVAL);
        next(RemovalSteps.next(REVIEWED), Step.DETERMINE_REMOVAL);
        next(RemovalSteps.next(REMOVED), Step.ANNOUNCE_REMOVAL);
    }

    @Test
    void every_step_of_a_notice_leaves_the_next_one_to_do() {
        next(RemovalSteps.next(Papers.HUNG), Step.TAKE_NOTICE_DOWN);
        assertThat(Rendered.set(RemovalSteps.next(Papers.HUNG))).containsEntry("dueOn", new BsonString("2026-05-20"));
        next(RemovalSteps.next(Papers.UPHELD), Step.VISIT_FOR_REMOVAL);
        next(RemovalSteps.next(Papers.DOWN), Step.REVIEW_REMOVAL);
        assertThat(Rendered.set(RemovalSteps.next(Papers.OBJECTED))).isEmpty();
        assertThat(Rendered.set(RemovalSteps.next(Papers.DISMISSED))).isEmpty();
    }

    @Test
    void what_the_village_did_not_agree_to_is_looked_at_again() {
        var against = new ExitAppraised(
                Case.HOUSEHOLD, Case.VILLAGE, 1, 1, new ExitAppraisal(20, new Votes(9, 9, 2), "2026-评议-04"), may(14));
        next(RemovalSteps.next(against), Step.VISIT_FOR_REMOVAL);
    }

    @Test
    void once_it_is_announced_dropped_reverted_or_nobody_is_left_nothing_is_to_be_done() {
        for (var last : new Bson[] {
            RemovalSteps.next(Papers.ANNOUNCED),
            RemovalSteps.next(DROPPED),
            RemovalSteps.next(REVERTED),
            RemovalSteps.next(CLOSED)
        }) {
            assertThat(Rendered.set(last)).isEmpty();
        }
    }

    @Test
    void the_removal_has_one_row_and_each_objection_its_own() {
        var rows = new TestViews(new TodoProjection())
                .given(PROPOSED, VISITED, APPRAISED, Papers.HUNG, Papers.OBJECTED)
                .again()
                .rebuilt();

        assertThat(rows.row("removal-" + Case.HOUSEHOLD).getString("step")).isEqualTo("TAKE_NOTICE_DOWN");
        assertThat(rows.row("notice-objection-" + Case.HOUSEHOLD + "-1").getString("step"))
                .isEqualTo("RESOLVE_OBJECTION");
    }

    private static void next(Bson change, Step step) {
        assertThat(Rendered.set(change)).containsEntry("step", new BsonString(step.name()));
    }
}
