package cn.shouwang.monitoring.report;

import static cn.shouwang.monitoring.report.Samples.ACCEPT_BY;
import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.DELEGATE;
import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.NEED;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.TUESDAY;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;

import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.StoredForms;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReportEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                ReportEvent.class,
                new SelfReportSubmitted(REPORT, VILLAGE, APPLICANT, NEED, ACCEPT_BY, MONDAY),
                new DelegatedReportSubmitted(REPORT, VILLAGE, APPLICANT, NEED, DELEGATE, ACCEPT_BY, MONDAY),
                new PhoneReportRecorded(REPORT, VILLAGE, APPLICANT, NEED, Phone.of("07512250000"), ACCEPT_BY, MONDAY),
                new WindowReportRecorded(
                        REPORT, VILLAGE, APPLICANT, NEED, "clerk", Role.VILLAGE_COMMITTEE, ACCEPT_BY, MONDAY),
                new ReportAccepted(REPORT, VILLAGE, Way.QR, APPLICANT, NEED.reasons(), TUESDAY),
                new ReportRefused(REPORT, VILLAGE, RefusalReason.OTHER, "已外迁", TUESDAY.plusDays(7), TUESDAY),
                new RefusalTold(REPORT, VILLAGE, TUESDAY),
                new WithdrawalUnproven(REPORT, VILLAGE, Instant.parse("2025-03-04T05:00:00Z"), TUESDAY),
                new MarkedAsCrowded(REPORT, VILLAGE, MONDAY),
                new PhotoAdded(
                        REPORT,
                        VILLAGE,
                        PhotoId.of("00000000-0000-4000-8000-00000000000f"),
                        204_800,
                        "a".repeat(64),
                        1600,
                        1200,
                        "b".repeat(32),
                        new Position(24.058712, 114.207333),
                        LocalDateTime.of(2025, 3, 3, 9, 30),
                        MONDAY),
                new ReportWithdrawn(REPORT, VILLAGE, TUESDAY),
                new ResultTold(REPORT, VILLAGE, ClueOutcome.INCLUDED, TUESDAY));
    }
}
