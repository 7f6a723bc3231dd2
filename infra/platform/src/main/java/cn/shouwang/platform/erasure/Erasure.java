package cn.shouwang.platform.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.erasure.ErasureCommand.ApproveErasure;
import cn.shouwang.platform.erasure.ErasureCommand.ProposeErasure;
import cn.shouwang.platform.erasure.ErasureCommand.RecordErasure;
import cn.shouwang.platform.erasure.ErasureCommand.RefuseErasure;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureCarriedOut;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureProposed;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureRefused;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides whether someone is forgotten: proposed by one person, approved or refused by another, once.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Erasure {

    private static final int MOST_SUBJECTS = 500;

    private enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        CARRIED_OUT
    }

    @AggregateIdentifier
    private ErasureId id;

    private String division;
    private String about;
    private List<String> subjects;
    private String proposer;
    private State state;

    Erasure() {} // for Axon, before it replays the stream

    @CommandHandler
    Erasure(ProposeErasure command, Actor actor, Clock clock) {
        actor.mustReach(command.division());
        if (command.subjects().isEmpty() || command.subjects().size() > MOST_SUBJECTS) {
            throw new RuleBroken("erasure.no-subject", "between 1 and %d subjects are named".formatted(MOST_SUBJECTS));
        }
        if (command.reason().isBlank()) {
            throw new RuleBroken("erasure.reason-missing", "nobody is forgotten without a reason");
        }
        apply(new ErasureProposed(
                command.erasure(),
                command.division(),
                command.about(),
                command.subjects().stream().distinct().sorted().toList(),
                command.ground(),
                command.reason(),
                actor.id(),
                LocalDate.now(clock)));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        actor.mustReach(division);
    }

    @CommandHandler
    void handle(ApproveErasure command, Actor actor, Clock clock) {
        mustBeOpenTo(actor);
        apply(new ErasureApproved(id, division, about, subjects, LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(RefuseErasure command, Actor actor, Clock clock) {
        mustBeOpenTo(actor);
        if (command.reason().isBlank()) {
            throw new RuleBroken("erasure.reason-missing", "a refusal is explained");
        }
        apply(new ErasureRefused(id, division, command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(RecordErasure command, Clock clock) {
        if (state != State.APPROVED) {
            throw new RuleBroken("erasure.not-approved", "nothing was approved, or it was carried out before");
        }
        apply(new ErasureCarriedOut(id, division, LocalDate.now(clock)));
    }

    private void mustBeOpenTo(Actor actor) {
        if (state != State.PROPOSED) {
            throw new RuleBroken("erasure.decided", "this proposal was decided before");
        }
        if (actor.id().equals(proposer)) {
            throw new RuleBroken("erasure.second-person", "who proposed it does not decide it");
        }
    }

    @EventSourcingHandler
    void on(ErasureEvent event) {
        switch (event) {
            case ErasureProposed proposed -> {
                id = proposed.erasure();
                division = proposed.division();
                about = proposed.about();
                subjects = proposed.subjects();
                proposer = proposed.proposer();
                state = State.PROPOSED;
            }
            case ErasureApproved _ -> state = State.APPROVED;
            case ErasureRefused _ -> state = State.REFUSED;
            case ErasureCarriedOut _ -> state = State.CARRIED_OUT;
        }
    }
}
