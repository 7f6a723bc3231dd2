package cn.shouwang.platform.reading;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReadingStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_stored_form() {
        return StoredForms.of(
                ReadingEvent.class,
                Readings.revealed("信访〔2025〕01号"),
                Readings.searched("县审〔2025〕01号"),
                Readings.exported(),
                Readings.refused());
    }
}
