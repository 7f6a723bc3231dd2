package cn.shouwang.platform.parking;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.parking.ParkingCommand.DiscardMessage;
import cn.shouwang.platform.parking.ParkingCommand.ParkMessage;
import cn.shouwang.platform.parking.ParkingCommand.RetryMessage;
import cn.shouwang.platform.parking.ParkingEvent.MessageDiscarded;
import cn.shouwang.platform.parking.ParkingEvent.MessageParked;
import cn.shouwang.platform.parking.ParkingEvent.MessageRetried;
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

/// Puts on record what was done about one subject's parked messages.
///
/// It decides little: whether a message is parked is asked of the collection, and an act that was
/// recorded before its row was written must be recordable again after a crash.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the field
class ParkedSubject {

    @AggregateIdentifier
    private ParkedSubjectId id;

    ParkedSubject() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ParkMessage command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        apply(new MessageParked(
                command.subject().reader(),
                command.subject().subject(),
                command.message(),
                command.type(),
                command.failure().kind().name(),
                command.failure().code(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(RetryMessage command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        var failure = command.failure();
        apply(new MessageRetried(
                id.reader(),
                id.subject(),
                command.message(),
                failure == null ? null : failure.kind().name(),
                failure == null ? null : failure.code(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(DiscardMessage command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        if (command.reason().isBlank()) {
            throw new RuleBroken("parking.reason-missing", "a message is not discarded without a reason");
        }
        apply(new MessageDiscarded(
                id.reader(), id.subject(), command.message(), command.reason(), command.area(), LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(ParkingEvent event) {
        id = new ParkedSubjectId(event.reader(), event.subject());
    }
}
