package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.duplicate.DuplicateCommand.ProposeDuplicate;
import cn.shouwang.monitoring.duplicate.Likenesses.Alike;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whoever is entered or corrected, by whatever way and in whoever's name, is compared with everyone
/// else; each likeness is proposed for a person to decide. Nothing is merged, overwritten or refused by
/// itself.
@Component
class WhenPersonEnteredThenProposeDuplicate implements Policy {

    /// What the pair answers when nothing is new about it.
    private static final Set<String> KNOWN =
            Set.of("duplicate.already-proposed", "duplicate.already-merged", "duplicate.already-dismissed");

    private final Likenesses likenesses;

    WhenPersonEnteredThenProposeDuplicate(Likenesses likenesses) {
        this.likenesses = likenesses;
    }

    @Override
    public String name() {
        return "when-person-entered-then-propose-duplicate";
    }

    @Override
    public List<Class<?>> reads() {
        return Traits.READS;
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        Traits.of(recorded.event())
                .ifPresent(
                        traits -> likenesses.of(traits).forEach(alike -> propose(traits, alike, recorded, reaction)));
    }

    /// The other side may have been entered later than this event, which then only comes first.
    private static void propose(Traits traits, Alike alike, Recorded recorded, Reaction reaction) {
        var pair = Pair.of(traits.side(), alike.side());
        var later = alike.enteredAt().isAfter(recorded.recordedAt());
        var command = new ProposeDuplicate(
                DuplicateId.of(pair),
                pair,
                alike.grounds(),
                (later ? alike.side() : traits.side()).id(),
                later ? alike.enteredAt() : recorded.recordedAt(),
                traits.on());
        try {
            reaction.send(command.duplicate().toString(), command, pair.place());
        } catch (RuleBroken refusal) {
            if (!KNOWN.contains(refusal.rule())) {
                throw refusal;
            }
        }
    }
}
