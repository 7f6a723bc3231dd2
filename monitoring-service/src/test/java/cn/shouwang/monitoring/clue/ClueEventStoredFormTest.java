package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.TUESDAY;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;

import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClueEventStoredFormTest {

    private static final ClueId CLUE = ClueId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                ClueEvent.class,
                new ClueRegistered(
                        CLUE,
                        VILLAGE,
                        ClueChannel.SELF_QR,
                        REPORT,
                        new Subject(APPLICANT.name(), APPLICANT.phone(), null),
                        Risks.of(RiskType.ILLNESS),
                        "",
                        MONDAY.plusDays(7),
                        MONDAY),
                new ClueAssigned(CLUE, VILLAGE, "440233101", "town-3", TUESDAY, MONDAY),
                new ClueEscalated(CLUE, VILLAGE, ClueLevel.TOWN, MONDAY, MONDAY.plusDays(8), TUESDAY),
                new ClueClosed(CLUE, VILLAGE, ClueOutcome.POLICY_SOLVED, "已修缮", null, TUESDAY));
    }
}
