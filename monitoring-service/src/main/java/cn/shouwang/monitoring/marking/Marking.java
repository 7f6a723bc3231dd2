package cn.shouwang.monitoring.marking;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.marking.MarkingCommand.CorrectNumber;
import cn.shouwang.monitoring.marking.MarkingCommand.MarkHousehold;
import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides when a household stands in the national system, and under which number.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Marking {

    @AggregateIdentifier
    private MarkingId id;

    private MarkingEvent last;

    Marking() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (last != null) {
            actor.mustReach(last.division());
        }
        if (message.getPayload() instanceof MarkingCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("marking.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    /// Rule M4: the last step of the procedure follows the announcement.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            MarkHousehold command, Identifications identifications, NumberShapes shapes, Entered entered, Actor actor) {
        var monitored = announced(command.household(), identifications);
        actor.mustReach(monitored.village());
        if (last != null && last.cycle() == monitored.cycle()) {
            throw new RuleBroken("marking.marked-already", "case %d is marked".formatted(monitored.cycle()));
        }
        mustFollow(command.on(), Objects.requireNonNull(monitored.decision()).on());
        shapes.mustBeNumber(command.number(), command.on());
        entered.mustAgree(command.number(), command.household());
        apply(new HouseholdMarked(
                command.household(), monitored.village(), monitored.cycle(), command.number(), command.on()));
    }

    @CommandHandler
    void handle(CorrectNumber command, NumberShapes shapes, Entered entered) {
        mustFollow(command.on(), last.on());
        shapes.mustBeNumber(command.number(), command.on());
        entered.mustAgree(command.number(), id.household());
        apply(new NumberCorrected(id.household(), last.division(), last.cycle(), command.number(), command.on()));
    }

    private static Identifications.Current announced(HouseholdId household, Identifications identifications) {
        return identifications
                .current(household)
                .filter(Identifications.Current::isMonitored)
                .filter(current -> Objects.requireNonNull(current.decision()).announced())
                .orElseThrow(() -> new RuleBroken("marking.not-announced", "its result is not announced"));
    }

    private static void mustFollow(LocalDate on, LocalDate before) {
        if (on.isBefore(before)) {
            throw new RuleBroken("marking.date-before", "%s is before the last step".formatted(on));
        }
    }

    @EventSourcingHandler
    void on(MarkingEvent event) {
        id = new MarkingId(event.household());
        last = event;
    }
}
