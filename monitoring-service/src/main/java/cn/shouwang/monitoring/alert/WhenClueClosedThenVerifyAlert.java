package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertCommand.VerifyAlert;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// How an alert's clue ended is told to the alert, so that a rule shows how often it was right.
@Component
class WhenClueClosedThenVerifyAlert implements Policy {

    private final Predicate<AlertId> isDispatched;

    WhenClueClosedThenVerifyAlert(Alerts alerts) {
        this.isDispatched = alerts::isDispatched;
    }

    @Override
    public String name() {
        return "when-clue-closed-then-verify-alert";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ClueClosed.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof ClueClosed closed && closed.report() == null) {
            var alert = new AlertId(closed.clue().value());
            if (isDispatched.test(alert)) {
                reaction.send("alert", new VerifyAlert(alert, closed.outcome(), closed.on()), closed.division());
            }
        }
    }
}
