package cn.shouwang.employment.profile;

import cn.shouwang.employment.contract.monitoring.HouseholdDetermined;
import cn.shouwang.employment.contract.monitoring.HouseholdDetermined.Member;
import cn.shouwang.employment.profile.LabourProfileCommand.OpenLabourProfile;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Opens a labour profile for every member of a determined household who is able to work.
@Component
class WhenHouseholdDeterminedThenOpenLabourProfile implements InboxPolicy {

    private static final int COUNTY_DIGITS = 6;

    @Override
    public String name() {
        return "when-household-determined-then-open-labour-profile";
    }

    @Override
    public Set<String> types() {
        return Set.of(HouseholdDetermined.TYPE);
    }

    @Override
    public void react(Received received, Reaction reaction) {
        var determined = received.as(HouseholdDetermined.class);
        // at the county, because a household that comes back may live in another village than before
        var county = determined.village().substring(0, COUNTY_DIGITS);
        for (var member : determined.members()) {
            if (member.ability().canWork()) {
                reaction.send(member.member().toString(), open(determined, member), county);
            }
        }
    }

    private static OpenLabourProfile open(HouseholdDetermined determined, Member member) {
        return new OpenLabourProfile(
                determined.household(),
                member.member(),
                determined.village(),
                member.ability(),
                determined.cycle(),
                determined.determinedOn());
    }
}
