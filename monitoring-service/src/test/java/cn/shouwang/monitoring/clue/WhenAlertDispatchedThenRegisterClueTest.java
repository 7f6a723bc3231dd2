package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.alert.Sample.ALERT;
import static cn.shouwang.monitoring.alert.Sample.DISPATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.alert.AlertPoliciesTest;
import cn.shouwang.monitoring.alert.Sample;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenAlertDispatchedThenRegisterClueTest {

    private final List<Object> sent = new ArrayList<>();

    @Test
    void an_alert_that_is_handed_on_is_one_clue_that_says_which_rule_found_whom() {
        deliver(DISPATCHED);
        assertThat(sent)
                .containsExactly(new RegisterAlertedClue(
                        ClueId.of(ALERT),
                        "440233999999",
                        Risks.of(RiskType.ILLNESS),
                        "单次住院自付较高;户编号 00000000-0000-4000-8000-0000000000aa;预警 " + ALERT,
                        DISPATCHED.on()));
    }

    @Test
    void a_raised_or_closed_alert_is_no_clue() {
        deliver(Sample.RAISED);
        deliver(Sample.CLOSED);
        assertThat(sent).isEmpty();
    }

    private void deliver(Object event) {
        var recorded = new Recorded(7, "s", 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
        new WhenAlertDispatchedThenRegisterClue(AlertPoliciesTest.rules()).react(recorded, (_, command, _) -> {
            sent.add(command);
            return new Accepted("c", 8, true);
        });
    }
}
