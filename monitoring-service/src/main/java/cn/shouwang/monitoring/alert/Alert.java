package cn.shouwang.monitoring.alert;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.alert.AlertCommand.CloseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.DispatchAlert;
import cn.shouwang.monitoring.alert.AlertCommand.RaiseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.VerifyAlert;
import cn.shouwang.monitoring.alert.AlertEvent.AlertClosed;
import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.alert.AlertEvent.AlertRaised;
import cn.shouwang.monitoring.alert.AlertEvent.AlertVerified;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of what a comparison found.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Alert {

    @AggregateIdentifier
    private AlertId id;

    private @Nullable AlertRaised raised;
    private AlertState state;
    private LocalDate lastOn;

    Alert() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (message.getPayload() instanceof AlertCommand command && !(command instanceof RaiseAlert)) {
            actor.mustReach(raised == null ? null : raised.division());
            mustBeTimely(command.on(), clock);
        }
    }

    /// Also called for a matter that was found before: it stays what it is.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RaiseAlert command, Actor actor) {
        var hit = command.hit();
        actor.mustReach(hit.division());
        if (state != null) {
            throw new RuleBroken("alert.already-raised", "%s is known".formatted(id));
        }
        apply(new AlertRaised(
                command.alert(),
                hit.division(),
                hit.household(),
                hit.member(),
                command.batch(),
                command.dataset(),
                hit.rule(),
                command.edition(),
                hit.effect(),
                command.risks(),
                hit.standing(),
                hit.span(),
                hit.measured(),
                hit.threshold(),
                hit.rank(),
                command.on()));
    }

    @CommandHandler
    void handle(CloseAlert command) {
        var matter = open();
        apply(new AlertClosed(id, matter.division(), matter.household(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(DispatchAlert command) {
        var matter = open();
        if (matter.effect() == Effect.CAREFUL) {
            throw new RuleBroken("alert.remark-only", "a negative check is looked at in the case itself");
        }
        apply(new AlertDispatched(
                id,
                matter.division(),
                matter.household(),
                matter.dataset(),
                matter.rule(),
                matter.risks(),
                command.on()));
    }

    @CommandHandler
    void handle(VerifyAlert command) {
        if (state != AlertState.DISPATCHED || raised == null) {
            throw new RuleBroken("alert.not-dispatched", "%s has no clue that could end".formatted(id));
        }
        apply(new AlertVerified(id, raised.division(), raised.household(), command.outcome(), command.on()));
    }

    @EventSourcingHandler
    void on(AlertEvent event) {
        id = event.alert();
        state = AlertState.after(event);
        lastOn = event.on();
        if (event instanceof AlertRaised first) {
            raised = first;
        }
    }

    private AlertRaised open() {
        if (state != AlertState.OPEN || raised == null) {
            throw new RuleBroken("alert.not-open", "%s is closed or dispatched".formatted(id));
        }
        return raised;
    }

    private void mustBeTimely(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("alert.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (on.isBefore(lastOn)) {
            throw new RuleBroken("alert.date-before", "%s is before the last step".formatted(on));
        }
    }
}
