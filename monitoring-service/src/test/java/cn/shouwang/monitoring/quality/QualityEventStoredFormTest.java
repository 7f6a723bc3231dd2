package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QualityEventStoredFormTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final MemberId MEMBER = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final String VILLAGE = "440233999999";
    private static final LocalDate DAY = LocalDate.of(2025, 12, 20);

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                QualityEvent.class,
                new DataQualityIssueFound(
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        new Finding(RuleId.Q10, 1, MEMBER, "wage", 3),
                        LocalDate.of(2021, 1, 1),
                        DAY),
                new IssueAssigned(HOUSEHOLD, VILLAGE, 1, "440233999", DAY.plusDays(7), DAY),
                new IssueFixed(HOUSEHOLD, VILLAGE, 1, DAY),
                new IssueExplained(HOUSEHOLD, VILLAGE, 1, 4, "已核实，工资按件计发", DAY));
    }
}
