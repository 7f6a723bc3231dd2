package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RemovalEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.upcast(
                RemovalEvent.class,
                new EarlierRemovalForms(),
                new RemovalProposed(Case.HOUSEHOLD, Case.VILLAGE, 1, 2, RemovalMode.NATURAL, "子女就业，收入稳定", Way.may(12)),
                Way.VISITED,
                Way.BLOCKED,
                Way.APPRAISED,
                Way.REVIEWED,
                Way.RETURNED,
                Way.REMOVED,
                Way.DROPPED,
                Way.REVERTED,
                Way.CLOSED);
    }
}
