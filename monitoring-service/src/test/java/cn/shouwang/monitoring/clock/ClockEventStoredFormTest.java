package cn.shouwang.monitoring.clock;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClockEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(ClockEvent.class, Ticking.RISEN);
    }
}
