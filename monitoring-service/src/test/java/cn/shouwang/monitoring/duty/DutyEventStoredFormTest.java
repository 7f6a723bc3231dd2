package cn.shouwang.monitoring.duty;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DutyEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_of_a_duty_is_stored_in_its_approved_form() {
        return StoredForms.of(
                DutyEvent.class,
                DutySamples.ASSIGNED,
                DutySamples.REPORTED,
                DutySamples.CONFIRMED,
                DutySamples.RETURNED,
                DutySamples.POSTPONED);
    }

    @TestFactory
    Stream<DynamicTest> every_event_of_a_year_is_stored_in_its_approved_form() {
        return StoredForms.of(DutyYearEvent.class, DutySamples.YEAR_ISSUED);
    }
}
