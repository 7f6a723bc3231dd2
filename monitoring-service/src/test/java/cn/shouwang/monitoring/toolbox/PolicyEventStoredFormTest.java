package cn.shouwang.monitoring.toolbox;

import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        var terms = Policies.terms("labour > 0", Policies.SPRING, LocalDate.of(2025, 12, 31));
        return StoredForms.of(
                PolicyEvent.class,
                new PolicyEvent.PolicyPublished(Policies.WORK, Policies.TOWN, 1, terms, Policies.SPRING),
                Policies.REVISED,
                Policies.WITHDRAWN);
    }
}
