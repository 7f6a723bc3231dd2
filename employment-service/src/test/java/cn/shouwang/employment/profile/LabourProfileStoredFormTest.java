package cn.shouwang.employment.profile;

import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LabourProfileStoredFormTest {

    private static final LabourProfileId ID = LabourProfileId.of("4c0ad5ad-ddeb-36c8-a6a1-000000000000");
    private static final String VILLAGE = "440233101203";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_stored_form() {
        return StoredForms.of(
                LabourProfileEvent.class,
                new LabourProfileOpened(
                        ID,
                        VILLAGE,
                        UUID.fromString("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11"),
                        UUID.fromString("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01"),
                        LabourAbility.ORDINARY,
                        1,
                        ON),
                new LabourProfileConfirmed(ID, VILLAGE, LabourAbility.WEAK_OR_HALF, 2, ON));
    }
}
