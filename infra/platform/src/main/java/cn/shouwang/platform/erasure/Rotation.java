package cn.shouwang.platform.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.erasure.RotationCommand.OrderRotation;
import cn.shouwang.platform.erasure.RotationCommand.RecordRotation;
import cn.shouwang.platform.erasure.RotationEvent.RotationDone;
import cn.shouwang.platform.erasure.RotationEvent.RotationOrdered;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/// One change of the installation's key: ordered, then done, once.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Rotation {

    @AggregateIdentifier
    private ErasureId id;

    private String area;
    private boolean done;

    Rotation() {} // for Axon, before it replays the stream

    @CommandHandler
    Rotation(OrderRotation command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        apply(new RotationOrdered(command.rotation(), command.area(), LocalDate.now(clock)));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        actor.mustReach(area);
    }

    @CommandHandler
    void handle(RecordRotation command, Clock clock) {
        if (done) {
            throw new RuleBroken("rotation.done", "this change of the key was carried out before");
        }
        apply(new RotationDone(id, area, command.keys(), LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(RotationEvent event) {
        switch (event) {
            case RotationOrdered ordered -> {
                id = ordered.rotation();
                area = ordered.division();
            }
            case RotationDone _ -> done = true;
        }
    }
}
