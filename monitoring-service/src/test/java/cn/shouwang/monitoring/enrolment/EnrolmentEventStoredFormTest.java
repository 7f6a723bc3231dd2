package cn.shouwang.monitoring.enrolment;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EnrolmentEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                EnrolmentEvent.class,
                Sample.RECEIVED,
                Sample.APPROVED,
                Sample.DISCARDED,
                Sample.SECOND,
                Sample.COMPLETED);
    }
}
