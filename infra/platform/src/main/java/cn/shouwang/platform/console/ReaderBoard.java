package cn.shouwang.platform.console;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.console.ReaderCommand.StartReader;
import cn.shouwang.platform.console.ReaderCommand.StopReader;
import cn.shouwang.platform.console.ReaderEvent.ReaderStarted;
import cn.shouwang.platform.console.ReaderEvent.ReaderStopped;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides which readers of the service rest.
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, Axon reads it
class ReaderBoard {

    @AggregateIdentifier
    private BoardId id;

    private Halts halts = Halts.NONE;

    ReaderBoard() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StopReader command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        if (halts.of(command.reader()).isPresent()) {
            throw new RuleBroken("reader.stopped", "it rests already");
        }
        apply(new ReaderStopped(command.reader(), command.reason(), command.area(), LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartReader command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        if (halts.of(command.reader()).isEmpty()) {
            throw new RuleBroken("reader.not-stopped", "it was not stopped");
        }
        apply(new ReaderStarted(command.reader(), command.reason(), command.area(), LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(ReaderEvent event, @Timestamp Instant at) {
        id = BoardId.READERS;
        halts = halts.after(event, new Act(at, "")); // who acted decides nothing
    }
}
