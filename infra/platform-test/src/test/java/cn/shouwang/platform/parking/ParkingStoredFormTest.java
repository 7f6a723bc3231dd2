package cn.shouwang.platform.parking;

import cn.shouwang.platform.parking.ParkingEvent.MessageDiscarded;
import cn.shouwang.platform.parking.ParkingEvent.MessageParked;
import cn.shouwang.platform.parking.ParkingEvent.MessageRetried;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ParkingStoredFormTest {

    private static final String SUBJECT = "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11";
    private static final String COUNTY = "440233";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_stored_form() {
        return StoredForms.of(
                ParkingEvent.class,
                new MessageParked(
                        "inbox",
                        SUBJECT,
                        "monitoring-7",
                        "cn.shouwang.monitoring.household-determined.v1",
                        "RULE",
                        "profile.not-able",
                        COUNTY,
                        ON),
                new MessageRetried("inbox", SUBJECT, "monitoring-7", null, null, COUNTY, ON),
                new MessageDiscarded("inbox", SUBJECT, "monitoring-7", "entered twice", COUNTY, ON));
    }
}
