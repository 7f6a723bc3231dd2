package cn.shouwang.monitoring.notice;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NoticeEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                NoticeEvent.class, Papers.HUNG, Papers.OBJECTED, Papers.UPHELD, Papers.DOWN, Papers.ANNOUNCED);
    }
}
