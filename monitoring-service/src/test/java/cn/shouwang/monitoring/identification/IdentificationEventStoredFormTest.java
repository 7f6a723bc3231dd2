package cn.shouwang.monitoring.identification;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class IdentificationEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.upcast(
                IdentificationEvent.class,
                new EarlierIdentificationForms(),
                Case.OPENED,
                Case.ASSIGNED,
                Case.VISITED,
                Case.AUTHORIZED,
                Case.APPRAISED,
                Case.PUBLICIZED,
                Case.OBJECTED,
                Case.UPHELD,
                Case.DISMISSED,
                Case.ENDED,
                Case.REVIEWED,
                Case.RETURNED,
                Case.DETERMINED,
                Case.REJECTED,
                Case.ANNOUNCED);
    }
}
