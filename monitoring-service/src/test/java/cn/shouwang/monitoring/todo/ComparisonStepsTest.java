package cn.shouwang.monitoring.todo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.alert.Sample;
import cn.shouwang.monitoring.batch.Steps;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonStepsTest {

    private final TestViews rows = new TestViews(new TodoProjection());

    @Test
    void a_staged_batch_waits_for_the_county_and_a_decided_one_for_nobody() {
        rows.given(Steps.staged()).again().rebuilt();
        assertThat(rows.row(cn.shouwang.monitoring.batch.Sample.BATCH))
                .containsEntry("step", "APPROVE_BATCH")
                .containsEntry("division", "440233");
        var decided = new TestViews(new TodoProjection())
                .given(Steps.compared())
                .again()
                .rebuilt();
        assertThat(decided.row(cn.shouwang.monitoring.batch.Sample.BATCH)).doesNotContainKey("step");
    }

    @Test
    void a_staged_roll_is_to_be_approved_and_a_decided_one_is_not() {
        var roll = cn.shouwang.monitoring.enrolment.Sample.ENROLMENT;
        rows.given(cn.shouwang.monitoring.enrolment.Sample.RECEIVED).again().rebuilt();
        assertThat(rows.row(roll)).containsEntry("step", "APPROVE_ROLL").containsEntry("division", "440233101");
        var decided = new TestViews(new TodoProjection())
                .given(cn.shouwang.monitoring.enrolment.Sample.decided())
                .again()
                .rebuilt();
        assertThat(decided.row(roll)).doesNotContainKey("step");
    }

    @Test
    void an_open_alert_is_to_be_judged_and_a_closed_one_is_not() {
        rows.given(Sample.RAISED).again().rebuilt();
        assertThat(rows.row(Sample.ALERT)).containsEntry("step", "JUDGE_ALERT");
        rows.given(Sample.CLOSED).again().rebuilt();
        assertThat(rows.row(Sample.ALERT)).doesNotContainKey("step");
    }

    @Test
    void a_negative_check_is_nobodys_work_by_itself() {
        rows.given(Sample.raised(Sample.ALERT, Effect.CAREFUL)).again().rebuilt();
        assertThat(rows.row(Sample.ALERT)).doesNotContainKey("step");
    }
}
