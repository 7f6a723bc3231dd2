package cn.shouwang.monitoring.line;

import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LineEventStoredFormTest {

    private static final LineId LINE = new LineId("440233", 2025);
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final LineTerms TERMS =
            new LineTerms(1_161_000, true, Basis.DISPOSABLE_INCOME, "新农〔2025〕11号", DAY, "");

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(
                LineEvent.class,
                new IncomeLinePublished(LINE, "440233", TERMS, DAY),
                new IncomeLineCorrected(LINE, "440233", TERMS, "印错", DAY));
    }
}
