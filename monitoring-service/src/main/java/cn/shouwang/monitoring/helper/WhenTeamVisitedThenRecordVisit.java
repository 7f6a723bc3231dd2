package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.contract.workteam.HouseholdVisited;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.helper.HelperCommand.RecordVisit;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Visit.Guarantees;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A visit that a work team recorded counts here as well, once, whether it was told here before or not. One made in
/// a way this service does not know is parked until it does: it is neither dropped nor taken for another kind.
@Component
class WhenTeamVisitedThenRecordVisit implements InboxPolicy {

    @Override
    public String name() {
        return "when-team-visited-then-record-visit";
    }

    @Override
    public Set<String> types() {
        return Set.of(HouseholdVisited.TYPE);
    }

    @Override
    public void react(Received received, Reaction reaction) {
        var visited = received.as(HouseholdVisited.class);
        var command = new RecordVisit(
                new HouseholdId(visited.household()),
                new VisitId(visited.visit()),
                call(visited),
                visited.at(),
                visited.on());
        try {
            reaction.send("visit", command, Divisions.countyOf(visited.village()));
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("helper.visit-known")) {
                throw refusal;
            }
        }
    }

    private static Call call(HouseholdVisited visited) {
        return new Call(
                mode(visited.mode()),
                List.of(visited.visitor()),
                List.of(),
                new Guarantees(
                        visited.housingProblem(),
                        visited.childOutOfSchool(),
                        visited.waterProblem(),
                        visited.memberUninsured()),
                0,
                null,
                null,
                List.of(),
                new Call.Words("", null, null),
                null);
    }

    private static VisitMode mode(HouseholdVisited.Mode told) {
        return switch (told) {
            case ONSITE -> VisitMode.ONSITE;
            case PHONE -> VisitMode.PHONE;
            case VIDEO -> VisitMode.VIDEO;
            case UNKNOWN ->
                throw new RuleBroken("helper.unknown-mode", "the team saw the household in a way not known");
        };
    }
}
