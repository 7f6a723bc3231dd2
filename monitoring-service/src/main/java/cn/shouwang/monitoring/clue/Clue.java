package cn.shouwang.monitoring.clue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.clue.ClueCommand.AssignClue;
import cn.shouwang.monitoring.clue.ClueCommand.CloseClue;
import cn.shouwang.monitoring.clue.ClueCommand.EscalateClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterReportedClue;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides who follows a clue, when it rises a level, and how it ends.
///
/// Rule M14 of the procedure: a clue ends with an outcome and a reason before its due day, else it
/// rises one level. It ends once.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Clue {

    @AggregateIdentifier
    private ClueId id;

    private String division;
    private @Nullable ReportId report;
    private LocalDate registeredOn;
    private LocalDate dueOn;
    private ClueLevel level;
    private boolean closed;

    Clue() {} // for Axon, before it replays the stream

    @CommandHandler
    Clue(RegisterClue command, Actor actor, Clock clock, Divisions divisions, ClueTerms terms) {
        divisions.requireVillage(command.village());
        actor.mustReach(command.village());
        requireNotAhead(command.on(), clock);
        requireChannel(command.channel(), actor);
        if (command.evidence().isBlank()) {
            throw new RuleBroken("clue.evidence-missing", "whoever registers a clue says what was seen");
        }
        apply(new ClueRegistered(
                command.clue(),
                command.village(),
                command.channel(),
                null,
                command.subject(),
                command.risks(),
                command.evidence(),
                terms.dueOn(command.on()),
                command.on()));
    }

    @CommandHandler
    Clue(RegisterReportedClue command, Actor actor, ClueTerms terms) {
        actor.mustReach(command.village());
        apply(new ClueRegistered(
                command.clue(),
                command.village(),
                command.channel(),
                command.report(),
                command.subject(),
                command.risks(),
                "",
                terms.dueOn(command.on()),
                command.on()));
    }

    @CommandHandler
    Clue(RegisterAlertedClue command, Actor actor, ClueTerms terms) {
        actor.mustReach(command.village());
        apply(new ClueRegistered(
                command.clue(),
                command.village(),
                ClueChannel.SYSTEM_ALERT,
                null,
                new Subject(null, null, null),
                command.risks(),
                command.evidence(),
                terms.dueOn(command.on()),
                command.on()));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        actor.mustReach(division);
    }

    @CommandHandler
    void handle(AssignClue command, Clock clock, ClueTerms terms) {
        requireOpen();
        requireDay(command.on(), clock);
        if (!division.startsWith(command.office())) {
            throw new RuleBroken("clue.office-elsewhere", "the office is not that of the village, its town or county");
        }
        var due = Objects.requireNonNullElseGet(command.dueOn(), () -> terms.dueOn(command.on()));
        if (due.isBefore(LocalDate.now(clock))) {
            throw new RuleBroken("clue.due-in-past", "a clue cannot become due on %s any more".formatted(due));
        }
        apply(new ClueAssigned(id, division, command.office(), command.account(), due, command.on()));
    }

    @CommandHandler
    void handle(EscalateClue command, Clock clock, ClueTerms terms) {
        requireOpen();
        requireDay(command.on(), clock);
        if (!command.on().isAfter(dueOn)) {
            throw new RuleBroken("clue.not-overdue", "clue %s is due on %s".formatted(id, dueOn));
        }
        if (level == ClueLevel.COUNTY) {
            throw new RuleBroken("clue.at-top", "clue %s is with the county".formatted(id));
        }
        apply(new ClueEscalated(id, division, level.above(), dueOn, terms.dueOn(command.on()), command.on()));
    }

    @CommandHandler
    void handle(CloseClue command, Clock clock) {
        requireOpen();
        requireDay(command.on(), clock);
        if (command.reason().isBlank()) {
            throw new RuleBroken("clue.reason-missing", "an outcome has a reason");
        }
        apply(new ClueClosed(id, division, command.outcome(), command.reason(), report, command.on()));
    }

    @EventSourcingHandler
    void on(ClueEvent event) {
        switch (event) {
            case ClueRegistered registered -> remember(registered);
            case ClueAssigned assigned -> dueOn = assigned.dueOn();
            case ClueEscalated escalated -> {
                level = escalated.level();
                dueOn = escalated.dueOn();
            }
            case ClueClosed _ -> closed = true;
        }
    }

    private void remember(ClueRegistered registered) {
        id = registered.clue();
        division = registered.division();
        report = registered.report();
        registeredOn = registered.on();
        dueOn = registered.dueOn();
        level = ClueLevel.VILLAGE;
    }

    private static void requireChannel(ClueChannel channel, Actor actor) {
        switch (channel) {
            case GRASSROOTS_CHECK -> {}
            case DEPARTMENT_DATA -> {
                if (actor.role() != Role.DEPARTMENT_OFFICER && actor.role() != Role.COUNTY_OFFICER) {
                    throw new RuleBroken("clue.channel-not-yours", "department data come from a department");
                }
            }
            case SELF_QR, SELF_DELEGATED, SELF_PHONE, SELF_WINDOW, SYSTEM_ALERT ->
                throw new RuleBroken("clue.channel-not-direct", "no one registers a clue of channel " + channel);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new RuleBroken("clue.closed", "clue %s has its outcome".formatted(id));
        }
    }

    private void requireDay(LocalDate on, Clock clock) {
        requireNotAhead(on, clock);
        if (on.isBefore(registeredOn)) {
            throw new RuleBroken("clue.date-before-registration", "clue %s is younger than %s".formatted(id, on));
        }
    }

    private static void requireNotAhead(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("clue.date-ahead", "%s has not happened yet".formatted(on));
        }
    }
}
