package cn.shouwang.monitoring.appeal;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AppealEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(AppealEvent.class, Appealed.FILED, Appealed.DISMISSED, Appealed.GRANTED);
    }
}
