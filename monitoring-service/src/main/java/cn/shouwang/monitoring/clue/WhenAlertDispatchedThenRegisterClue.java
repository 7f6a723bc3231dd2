package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
import cn.shouwang.monitoring.comparison.AlertRule;
import cn.shouwang.monitoring.comparison.AlertRules;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every alert that an office hands on is followed as one clue. Its evidence says which rule found which
/// household, by the register's number; who lives there the register says.
@Component
class WhenAlertDispatchedThenRegisterClue implements Policy {

    private final AlertRules rules;

    WhenAlertDispatchedThenRegisterClue(AlertRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-alert-dispatched-then-register-clue";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(AlertDispatched.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof AlertDispatched dispatched) {
            reaction.send("clue", command(dispatched), dispatched.division());
        }
    }

    private RegisterAlertedClue command(AlertDispatched dispatched) {
        var title = rules.named(dispatched.rule()).map(AlertRule::title).orElse(dispatched.rule());
        return new RegisterAlertedClue(
                ClueId.of(dispatched.alert()),
                dispatched.division(),
                new Risks(dispatched.risks()),
                "%s;户编号 %s;预警 %s".formatted(title, dispatched.household(), dispatched.alert()),
                dispatched.on());
    }
}
