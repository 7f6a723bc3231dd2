package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordNaturalDecrease;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// When the last member of a monitored household has died or left, its monitoring is closed: nobody's
/// risk was removed, there is nobody left to have one.
@Component
class WhenHouseholdEmptiedThenEndMonitoring implements Policy {

    /// The household is not monitored, or somebody has joined it since.
    private static final Set<String> NOTHING_TO_END = Set.of("removal.not-monitored", "removal.members-left");

    private final Register register;

    WhenHouseholdEmptiedThenEndMonitoring(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "when-household-emptied-then-end-monitoring";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(MemberDecreased.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof MemberDecreased decreased) {
            var household = register.of(decreased.household());
            if (household.members().isEmpty()) {
                var ground = household.allDied() ? DecreaseGround.ALL_DIED : DecreaseGround.ALL_LEFT;
                end(new RecordNaturalDecrease(decreased.household(), ground, decreased.on()), household, reaction);
            }
        }
    }

    private static void end(RecordNaturalDecrease command, Register.Entry household, Reaction reaction) {
        try {
            reaction.send("removal", command, household.village());
        } catch (RuleBroken refusal) {
            if (!NOTHING_TO_END.contains(refusal.rule())) {
                throw refusal;
            }
        }
    }
}
