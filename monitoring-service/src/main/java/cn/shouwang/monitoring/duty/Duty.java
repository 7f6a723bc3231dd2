package cn.shouwang.monitoring.duty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.duty.DutyCommand.AssignDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ConfirmDuty;
import cn.shouwang.monitoring.duty.DutyCommand.PostponeDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReportDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReturnDuty;
import cn.shouwang.monitoring.duty.DutyEvent.DutyAssigned;
import cn.shouwang.monitoring.duty.DutyEvent.DutyConfirmed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyPostponed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReported;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReturned;
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
import org.jspecify.annotations.Nullable;

/// Decides the way of one duty: reported by whom it binds, then confirmed or returned by the county.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Duty {

    @AggregateIdentifier
    private DutyId id;

    private LocalDate dueOn;
    private LocalDate lastOn;
    private boolean confirmed;
    private @Nullable DutyReported report;

    Duty() {} // for Axon, before it replays the stream

    @CommandHandler
    Duty(AssignDuty command, Actor actor) {
        actor.mustReach(command.duty().division());
        apply(new DutyAssigned(
                command.duty(),
                command.duty().division(),
                command.title(),
                command.clause(),
                command.dueOn(),
                command.edition(),
                command.on()));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        actor.mustReach(id == null ? null : id.division());
        if (message.getPayload() instanceof DutyCommand command) {
            mustBeTimely(command.on(), clock);
        }
        if (confirmed) {
            throw new RuleBroken("duty.done", "%s is confirmed".formatted(id));
        }
    }

    @CommandHandler
    void handle(ReportDuty command, Actor actor) {
        if (!id.bearer().reportsAs(actor.role())) {
            throw new RuleBroken("duty.not-yours", "%s binds another office".formatted(id));
        }
        if (report != null) {
            throw new RuleBroken("duty.already-reported", "%s waits for the county".formatted(id));
        }
        apply(new DutyReported(id, id.division(), command.evidence(), actor.id(), command.on()));
    }

    @CommandHandler
    void handle(ConfirmDuty command, Actor actor) {
        var reported = mustBeReportedByAnother(actor);
        apply(new DutyConfirmed(id, id.division(), reported.on().isAfter(dueOn), command.on()));
    }

    @CommandHandler
    void handle(ReturnDuty command, Actor actor) {
        mustBeReportedByAnother(actor);
        apply(new DutyReturned(id, id.division(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(PostponeDuty command) {
        if (!command.dueOn().isAfter(dueOn)) {
            throw new RuleBroken("duty.not-later", "%s is due on %s".formatted(id, dueOn));
        }
        apply(new DutyPostponed(id, id.division(), command.dueOn(), command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(DutyEvent event) {
        id = event.duty();
        lastOn = event.on();
        switch (event) {
            case DutyAssigned assigned -> dueOn = assigned.dueOn();
            case DutyReported reported -> report = reported;
            case DutyConfirmed _ -> confirmed = true;
            case DutyReturned _ -> report = null;
            case DutyPostponed postponed -> dueOn = postponed.dueOn();
        }
    }

    private DutyReported mustBeReportedByAnother(Actor actor) {
        if (report == null) {
            throw new RuleBroken("duty.not-reported", "nobody says that %s is done".formatted(id));
        }
        if (report.reporter().equals(actor.id())) {
            throw new RuleBroken("duty.own-report", "who reported it does not judge it");
        }
        return report;
    }

    private void mustBeTimely(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("duty.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (on.isBefore(lastOn)) {
            throw new RuleBroken("duty.date-before", "%s is before the last step".formatted(on));
        }
    }
}
