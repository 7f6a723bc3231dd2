package cn.shouwang.monitoring.report;

import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.TUESDAY;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.report.ReportCommand.TellResult;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenClueClosedThenTellResultTest {

    private static final ClueId CLUE = ClueId.of(REPORT);

    @Test
    void the_outcome_of_a_reported_clue_is_told_under_the_report() {
        var closed = new ClueClosed(CLUE, VILLAGE, ClueOutcome.NOT_ELIGIBLE, "收入高于监测线", REPORT, TUESDAY);
        assertThat(sent(closed)).containsExactly(new TellResult(REPORT, ClueOutcome.NOT_ELIGIBLE, TUESDAY));
    }

    @Test
    void a_clue_that_came_from_no_report_and_a_clue_still_open_tell_nobody() {
        assertThat(sent(new ClueClosed(CLUE, VILLAGE, ClueOutcome.DUPLICATE, "重复", null, TUESDAY)))
                .isEmpty();
        assertThat(sent(new ClueAssigned(CLUE, VILLAGE, VILLAGE, null, TUESDAY, TUESDAY)))
                .isEmpty();
    }

    private static List<Object> sent(ClueEvent event) {
        var sent = new ArrayList<>();
        var recorded = new Recorded(7, CLUE.toString(), 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
        new WhenClueClosedThenTellResult().react(recorded, (part, command, division) -> {
            assertThat(division).isEqualTo(VILLAGE);
            sent.add(command);
            return new Accepted("r", 8, false);
        });
        return sent;
    }
}
