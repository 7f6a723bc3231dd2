package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.match.MatchCommand.MatchPolicies;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// A household that begins to be monitored is compared with the toolbox at once. That no policy suits it
/// is an answer as well.
@Component
class WhenHouseholdDeterminedThenMatch implements Policy {

    @Override
    public String name() {
        return "when-household-determined-then-match";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdDetermined.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof HouseholdDetermined determined) {
            try {
                reaction.send("match", new MatchPolicies(new MatchesId(determined.household())), determined.division());
            } catch (RuleBroken refusal) {
                if (!refusal.rule().equals("match.nothing-new")) {
                    throw refusal;
                }
            }
        }
    }
}
