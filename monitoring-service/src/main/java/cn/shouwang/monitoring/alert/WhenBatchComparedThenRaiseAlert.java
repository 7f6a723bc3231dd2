package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertCommand.RaiseAlert;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.AlertRule;
import cn.shouwang.monitoring.comparison.AlertRules;
import cn.shouwang.monitoring.comparison.Hit;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every hit of a comparison is an alert, unless the same matter is one already.
@Component
class WhenBatchComparedThenRaiseAlert implements Policy {

    private final AlertRules rules;

    WhenBatchComparedThenRaiseAlert(AlertRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-batch-compared-then-raise-alert";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(BatchCompared.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof BatchCompared compared) {
            compared.hits().forEach(hit -> raise(compared, hit, reaction));
        }
    }

    private void raise(BatchCompared compared, Hit hit, Reaction reaction) {
        var alert = AlertId.of(hit.household(), hit.rule(), hit.span());
        var command = new RaiseAlert(
                alert, compared.batch(), compared.dataset(), compared.edition(), risks(hit), hit, compared.on());
        try {
            reaction.send(alert.toString(), command, hit.division());
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("alert.already-raised")) {
                throw refusal;
            }
        }
    }

    private List<RiskType> risks(Hit hit) {
        return rules.named(hit.rule()).map(AlertRule::risks).orElseGet(List::of);
    }
}
