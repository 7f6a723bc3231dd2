package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.appeal.AppealEvent.AppealGranted;
import cn.shouwang.monitoring.identification.IdentificationCommand.OpenIdentification;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// A household whose appeal is granted is verified anew, in a case of its own. One that has a case again
/// already, by another clue, is verified in that.
@Component
class WhenAppealGrantedThenOpenIdentification implements Policy {

    @Override
    public String name() {
        return "when-appeal-granted-then-open-identification";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(AppealGranted.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof AppealGranted granted) {
            try {
                reaction.send(
                        "case",
                        new OpenIdentification(granted.household(), null, granted.visitBy(), granted.on()),
                        granted.division());
            } catch (RuleBroken refusal) {
                if (!refusal.rule().equals("identification.already-open")
                        && !refusal.rule().equals("identification.already-monitored")) {
                    throw refusal;
                }
            }
        }
    }
}
