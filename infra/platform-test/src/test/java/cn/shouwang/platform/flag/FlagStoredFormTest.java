package cn.shouwang.platform.flag;

import cn.shouwang.platform.flag.FlagEvent.FlagExplained;
import cn.shouwang.platform.flag.FlagEvent.FlagReviewed;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FlagStoredFormTest {

    private static final FlagId ID = FlagId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final String THING = "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e12";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_word_about_a_flag_keeps_its_stored_form() {
        return StoredForms.of(
                FlagEvent.class,
                new FlagExplained(ID, "440233101203", FlagKind.LATE_ENTRY, "cun01", THING, "先记纸质表，停电三日后补录", ON),
                new FlagReviewed(
                        ID, "440233101203", FlagKind.LATE_ENTRY, "cun01", Outcome.SETTLED, THING, "已核对纸质表", ON));
    }
}
