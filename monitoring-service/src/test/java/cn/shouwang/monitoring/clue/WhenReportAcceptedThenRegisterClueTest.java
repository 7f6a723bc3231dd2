package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.NEED;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.TUESDAY;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.ClueCommand.RegisterReportedClue;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.Way;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenReportAcceptedThenRegisterClueTest {

    private final List<Object> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"QR, SELF_QR", "DELEGATED, SELF_DELEGATED", "PHONE, SELF_PHONE", "WINDOW, SELF_WINDOW"})
    void an_accepted_report_is_registered_as_a_clue_of_its_channel(Way way, ClueChannel channel) {
        deliver(new ReportAccepted(REPORT, VILLAGE, way, APPLICANT, NEED.reasons(), TUESDAY));
        assertThat(sent)
                .containsExactly(new RegisterReportedClue(
                        ClueId.of(REPORT),
                        VILLAGE,
                        channel,
                        REPORT,
                        new Subject(APPLICANT.name(), APPLICANT.phone(), APPLICANT.document()),
                        NEED.reasons(),
                        TUESDAY));
    }

    @Test
    void a_report_has_one_clue_however_often_it_is_delivered() {
        var accepted = new ReportAccepted(REPORT, VILLAGE, Way.QR, APPLICANT, NEED.reasons(), TUESDAY);
        deliver(accepted);
        deliver(accepted);
        assertThat(sent).hasSize(2).allMatch(sent.getFirst()::equals);
    }

    @Test
    void nothing_else_opens_a_clue() {
        deliver(new ReportWithdrawn(REPORT, VILLAGE, TUESDAY));
        assertThat(sent).isEmpty();
    }

    private void deliver(Object event) {
        var recorded = new Recorded(7, REPORT.value(), 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
        new WhenReportAcceptedThenRegisterClue().react(recorded, (part, command, division) -> {
            assertThat(division).isEqualTo(VILLAGE);
            sent.add(command);
            return new Accepted("c", 8, true);
        });
    }
}
