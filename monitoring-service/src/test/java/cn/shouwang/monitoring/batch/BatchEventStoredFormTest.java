package cn.shouwang.monitoring.batch;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BatchEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                BatchEvent.class,
                Sample.ANNOUNCED,
                Sample.RECEIVED,
                Sample.APPROVED,
                Sample.DISCARDED,
                Sample.COMPARED);
    }
}
