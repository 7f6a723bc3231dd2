package cn.shouwang.monitoring.helper;

import static cn.shouwang.monitoring.helper.Visits.*;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.helper.HelperEvent.HelperReplaced;
import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HelperEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                HelperEvent.class,
                ASSIGNED,
                new HelperReplaced(
                        HOUSEHOLD, VILLAGE, 2, "bang01", "bang02", CONTACT, OFFICE, active(november(16)), november(16)),
                ENDED,
                VISITED,
                CORRECTED,
                PHOTO_ADDED,
                PHOTOS_KEPT);
    }
}
