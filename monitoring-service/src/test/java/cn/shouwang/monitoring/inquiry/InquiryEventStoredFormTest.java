package cn.shouwang.monitoring.inquiry;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InquiryEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                InquiryEvent.class, Asked.REQUESTED, Asked.SPARED, Asked.CAREFUL, Asked.WEIGHED, Asked.WITHDRAWN);
    }
}
