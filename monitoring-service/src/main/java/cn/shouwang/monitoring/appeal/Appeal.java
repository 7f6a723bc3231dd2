package cn.shouwang.monitoring.appeal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.appeal.AppealCommand.DismissAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.FileAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.GrantAppeal;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealDismissed;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealFiled;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealGranted;
import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.Identifications;
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

/// Decides who may appeal until when, and what becomes of it.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Appeal {

    @AggregateIdentifier
    private AppealId id;

    private @Nullable AppealEvent last;

    Appeal() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (last != null) {
            actor.mustReach(last.division());
        }
        if (message.getPayload() instanceof AppealCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("appeal.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            FileAppeal command,
            Identifications identifications,
            AppealLimits limits,
            WorkingDays calendar,
            Actor actor) {
        var rejected = rejection(command.household(), identifications, actor);
        if (last != null && last.cycle() == rejected.cycle()) {
            throw new RuleBroken("appeal.filed-already", "case %d was appealed against".formatted(rejected.cycle()));
        }
        mustBeInTime(command.on(), rejected, limits, calendar);
        apply(new AppealFiled(
                command.household(),
                rejected.division(),
                rejected.cycle(),
                command.text(),
                calendar.plusWorkingDays(command.on(), limits.on(command.on()).answer()),
                command.on()));
    }

    @CommandHandler
    void handle(DismissAppeal command) {
        var filed = mustBeOpen(command.on());
        apply(new AppealDismissed(
                id.household(), filed.division(), filed.cycle(), command.explanation(), command.on()));
    }

    @CommandHandler
    void handle(GrantAppeal command) {
        var filed = mustBeOpen(command.on());
        if (command.visitBy().isBefore(command.on())) {
            throw new RuleBroken("appeal.visit-overdue", "a visit is due on or after the day it is assigned");
        }
        apply(new AppealGranted(
                id.household(),
                filed.division(),
                filed.cycle(),
                command.explanation(),
                command.visitBy(),
                command.on()));
    }

    private static IdentificationRejected rejection(
            HouseholdId household, Identifications identifications, Actor actor) {
        identifications.current(household).ifPresent(latest -> actor.mustReach(latest.village()));
        return identifications
                .rejection(household)
                .orElseThrow(() -> new RuleBroken("appeal.no-rejection", "its last case was not rejected"));
    }

    private static void mustBeInTime(
            LocalDate on, IdentificationRejected rejected, AppealLimits limits, WorkingDays calendar) {
        if (on.isBefore(rejected.on())) {
            throw new RuleBroken("appeal.date-before", "%s is before the rejection".formatted(on));
        }
        var until = calendar.plusWorkingDays(
                rejected.tellBy(), limits.on(rejected.on()).appeal());
        if (on.isAfter(until)) {
            throw new RuleBroken("appeal.too-late", "an appeal was possible until " + until);
        }
    }

    private AppealFiled mustBeOpen(LocalDate on) {
        if (!(last instanceof AppealFiled filed)) {
            throw new RuleBroken("appeal.answered", "the appeal is answered");
        }
        if (on.isBefore(filed.on())) {
            throw new RuleBroken("appeal.date-before", "%s is before the appeal".formatted(on));
        }
        return filed;
    }

    @EventSourcingHandler
    void on(AppealEvent event) {
        id = new AppealId(event.household());
        last = event;
    }
}
