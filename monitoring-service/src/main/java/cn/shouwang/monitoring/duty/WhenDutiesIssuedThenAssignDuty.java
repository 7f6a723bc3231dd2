package cn.shouwang.monitoring.duty;

import cn.shouwang.monitoring.duty.DutyCommand.AssignDuty;
import cn.shouwang.monitoring.duty.DutyYearEvent.DutiesIssued;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Each duty of a year has a stream of its own, in the division of whom it binds. None is issued twice,
/// so the command is never refused.
@Component
class WhenDutiesIssuedThenAssignDuty implements Policy {

    @Override
    public String name() {
        return "when-duties-issued-then-assign-duty";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(DutiesIssued.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof DutiesIssued issued) {
            issued.duties()
                    .forEach(assignment -> reaction.send(
                            assignment.duty().toString(),
                            new AssignDuty(
                                    assignment.duty(),
                                    assignment.title(),
                                    assignment.clause(),
                                    assignment.dueOn(),
                                    issued.edition(),
                                    issued.on()),
                            issued.division()));
        }
    }
}
