package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.clue.ClueCommand.CloseClue;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.RejectionReason;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// The clue that led to a case ends with the case: the household is monitored, or it is not and the
/// clue says why. A clue that somebody ended before stays as it is.
@Component
class WhenIdentificationDecidedThenCloseClue implements Policy {

    @Override
    public String name() {
        return "when-identification-decided-then-close-clue";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdDetermined.class, IdentificationRejected.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof HouseholdDetermined determined && determined.clue() != null) {
            var number = determined.decision().number();
            close(
                    new CloseClue(determined.clue(), ClueOutcome.INCLUDED, number, determined.on()),
                    determined.division(),
                    reaction);
        }
        if (recorded.event() instanceof IdentificationRejected rejected && rejected.clue() != null) {
            close(
                    new CloseClue(rejected.clue(), outcome(rejected.reason()), rejected.explanation(), rejected.on()),
                    rejected.division(),
                    reaction);
        }
    }

    private static void close(CloseClue command, String village, Reaction reaction) {
        try {
            reaction.send("clue", command, village);
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("clue.closed")) {
                throw refusal;
            }
        }
    }

    static ClueOutcome outcome(RejectionReason reason) {
        return switch (reason) {
            case NO_RISK, NOT_PROPOSED, OBJECTION_UPHELD, FALSE_INFORMATION -> ClueOutcome.NOT_ELIGIBLE;
            case REFUSED_BY_HOUSEHOLD -> ClueOutcome.REFUSED_BY_HOUSEHOLD;
            case LOST_CONTACT -> ClueOutcome.LOST_CONTACT;
            case POLICY_SOLVED -> ClueOutcome.POLICY_SOLVED;
        };
    }
}
