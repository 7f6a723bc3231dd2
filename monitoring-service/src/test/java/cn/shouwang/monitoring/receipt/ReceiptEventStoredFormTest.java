package cn.shouwang.monitoring.receipt;

import static cn.shouwang.monitoring.receipt.Told.*;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReceiptEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.of(ReceiptEvent.class, PAID, BEGUN, ENDED, OVERDUE);
    }
}
