package cn.shouwang.monitoring.marking;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MarkingEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(MarkingEvent.class, Marks.MARKED, Marks.CORRECTED);
    }
}
