package cn.shouwang.platform.erasure;

import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureCarriedOut;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureProposed;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureRefused;
import cn.shouwang.platform.erasure.RotationEvent.RotationDone;
import cn.shouwang.platform.erasure.RotationEvent.RotationOrdered;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ErasureStoredFormTest {

    private static final ErasureId ID = ErasureId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final String COUNTY = "440233";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_event_of_an_erasure_keeps_its_stored_form() {
        return StoredForms.of(
                ErasureEvent.class,
                new ErasureProposed(
                        ID,
                        COUNTY,
                        "about-1",
                        List.of("subject-1", "subject-2"),
                        Ground.UNLAWFUL,
                        "误录",
                        "county-officer",
                        ON),
                new ErasureApproved(ID, COUNTY, "about-1", List.of("subject-1", "subject-2"), ON),
                new ErasureRefused(ID, COUNTY, "仍需保存", ON),
                new ErasureCarriedOut(ID, COUNTY, ON));
    }

    @TestFactory
    Stream<DynamicTest> every_event_of_a_rotation_keeps_its_stored_form() {
        return StoredForms.of(
                RotationEvent.class, new RotationOrdered(ID, COUNTY, ON), new RotationDone(ID, COUNTY, 2500, ON));
    }
}
