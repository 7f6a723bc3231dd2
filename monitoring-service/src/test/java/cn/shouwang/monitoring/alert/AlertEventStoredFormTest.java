package cn.shouwang.monitoring.alert;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AlertEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(AlertEvent.class, Sample.RAISED, Sample.CLOSED, Sample.DISPATCHED, Sample.VERIFIED);
    }
}
