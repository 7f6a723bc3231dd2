package cn.shouwang.monitoring.assistance;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AssistanceEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.upcast(
                AssistanceEvent.class,
                new EarlierAssistanceForms(),
                Helped.AID,
                Helped.PLANNED,
                Helped.APPROVED,
                Helped.DELIVERED,
                Helped.COMPLETED,
                Helped.LACK);
    }
}
