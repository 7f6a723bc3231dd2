package cn.shouwang.monitoring.alert.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.alert.Sample;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertListProjectionTest {

    private final TestViews rows = new TestViews(new AlertListProjection());

    @Test
    void an_alert_shows_what_was_measured_against_which_threshold() {
        rows.given(Sample.RAISED).again().rebuilt();
        assertThat(rows.row(Sample.ALERT))
                .containsEntry("state", "OPEN")
                .containsEntry("measured", 1_234_500L)
                .containsEntry("threshold", 600_000L)
                .containsEntry("rank", 41)
                .containsEntry("division", "440233999999");
    }

    @Test
    void what_became_of_it_stands_beside_it() {
        rows.given(Sample.RAISED, Sample.DISPATCHED, Sample.VERIFIED).again().rebuilt();
        assertThat(rows.row(Sample.ALERT)).containsEntry("state", "VERIFIED").containsEntry("outcome", "INCLUDED");
    }

    @Test
    void a_closed_one_tells_why_and_by_whom() {
        rows.given(Sample.RAISED, Sample.CLOSED).again().rebuilt();
        assertThat(rows.row(Sample.ALERT))
                .containsEntry("state", "CLOSED")
                .containsEntry("reason", "NO_RISK")
                .containsEntry("closedBy", "system");
    }
}
