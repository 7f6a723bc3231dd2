package cn.shouwang.monitoring.match;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MatchEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(MatchEvent.class, Proposed.FIRST, Proposed.CONFIRMED, Proposed.DECLINED, Proposed.LAPSED);
    }
}
