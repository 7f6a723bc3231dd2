package cn.shouwang.monitoring.incentive;

import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class IncentiveRuleEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        var terms = IncentiveSamples.terms(
                Unit.WORK_MONTHS,
                1,
                IncentiveSamples.TIERS,
                80_000,
                IncentiveSamples.NEW_YEAR,
                LocalDate.of(2025, 12, 31));
        return StoredForms.of(
                IncentiveRuleEvent.class,
                new IncentiveRuleEvent.IncentiveRulePublished(
                        IncentiveSamples.WORK, IncentiveSamples.TOWN, 1, terms, IncentiveSamples.NEW_YEAR),
                IncentiveSamples.REVISED,
                IncentiveSamples.WITHDRAWN);
    }
}
