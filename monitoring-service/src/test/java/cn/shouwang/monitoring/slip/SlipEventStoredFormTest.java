package cn.shouwang.monitoring.slip;

import static cn.shouwang.monitoring.slip.SlipSamples.COMPUTED;
import static cn.shouwang.monitoring.slip.SlipSamples.FROM_PAPER;
import static cn.shouwang.monitoring.slip.SlipSamples.REVOKED;

import cn.shouwang.monitoring.slip.SlipEvent.IncentiveComputed;
import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SlipEventStoredFormTest {

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        var again = new IncentiveComputed(
                COMPUTED.slip(), COMPUTED.household(), COMPUTED.division(), 2, 1, COMPUTED.result(), COMPUTED.on());
        return StoredForms.of(SlipEvent.class, FROM_PAPER, REVOKED, again);
    }
}
