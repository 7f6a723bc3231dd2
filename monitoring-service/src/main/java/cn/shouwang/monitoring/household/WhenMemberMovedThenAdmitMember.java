package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdCommand.AdmitMember;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whoever moves out of a household into another one is admitted there, under the same number and with all that
/// was told (rule M13).
///
/// The other household was asked before; should it have changed in that moment so that it refuses now, the member
/// comes back, so that nobody is left without a household.
@Component
class WhenMemberMovedThenAdmitMember implements Policy {

    private final Register register;

    WhenMemberMovedThenAdmitMember(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "when-member-moved-then-admit-member";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(MemberDecreased.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof MemberDecreased left && left.to() != null) {
            move(left, left.to(), reaction);
        }
    }

    private void move(MemberDecreased left, Destination to, Reaction reaction) {
        var told = register.everTold(left.household(), left.member()).orElseThrow();
        try {
            var admitted = new AdmitMember(
                    to.household(),
                    left.member(),
                    told.person().as(to.relation()),
                    told.profile(),
                    left.household(),
                    left.on());
            reaction.send("admission", admitted, register.of(to.household()).village());
        } catch (RuleBroken _) {
            var empty = register.dossier(left.household())
                    .filter(dossier -> !dossier.members().isEmpty())
                    .isEmpty();
            var back = new AdmitMember(
                    left.household(),
                    left.member(),
                    told.person().as(empty ? Relation.HEAD : Relation.OTHER),
                    told.profile(),
                    to.household(),
                    left.on());
            reaction.send("return", back, left.division());
        }
    }
}
