package cn.shouwang.platform.flag;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.flag.FlagCommand.ExplainFlag;
import cn.shouwang.platform.flag.FlagCommand.ReviewFlag;
import cn.shouwang.platform.flag.FlagEvent.FlagExplained;
import cn.shouwang.platform.flag.FlagEvent.FlagReviewed;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides who explains a flag and who closes it. What is flagged is no decision: it follows from the log.
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, Axon reads it
class Flag {

    @AggregateIdentifier
    private FlagId id;

    private FlagState state = FlagState.OPEN;

    Flag() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ExplainFlag command, Flags flags, Actor actor, Clock clock) {
        var flag = flags.of(command.flag());
        actor.mustReach(flag.division());
        flag.mustConcern(actor);
        mustNotBeSettled();
        if (state == FlagState.EXPLAINED) {
            throw new RuleBroken("flag.explained-before", "it was explained, and nobody has looked at it yet");
        }
        if (command.text().isBlank()) {
            throw new RuleBroken("flag.text-missing", "an explanation says something");
        }
        apply(new FlagExplained(
                command.flag(),
                flag.division(),
                flag.kind(),
                flag.account(),
                flag.subject(),
                command.text().strip(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviewFlag command, Flags flags, Actor actor, Clock clock) {
        var flag = flags.of(command.flag());
        actor.mustReach(flag.division());
        flag.mustBeOfAnother(actor);
        mustNotBeSettled();
        if (state == command.outcome().state()) {
            throw new RuleBroken("flag.reviewed-before", "it is followed up already");
        }
        var note = command.note();
        apply(new FlagReviewed(
                command.flag(),
                flag.division(),
                flag.kind(),
                flag.account(),
                command.outcome(),
                flag.subject(),
                note == null || note.isBlank() ? null : note.strip(),
                LocalDate.now(clock)));
    }

    private void mustNotBeSettled() {
        if (state == FlagState.SETTLED) {
            throw new RuleBroken("flag.settled", "this flag is closed");
        }
    }

    @EventSourcingHandler
    void on(FlagEvent event) {
        id = event.flag();
        state = switch (event) {
            case FlagExplained _ -> FlagState.EXPLAINED;
            case FlagReviewed reviewed -> reviewed.outcome().state();
        };
    }
}
