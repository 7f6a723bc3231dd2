package cn.shouwang.monitoring.line;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.line.LineCommand.CorrectLine;
import cn.shouwang.monitoring.line.LineCommand.PublishLine;
import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
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

/// Decides what the line of an area and year is. Nothing is overwritten: a correction is a further
/// version with its reason (rule M15 of the procedure).
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class IncomeLine {

    @AggregateIdentifier
    private LineId id;

    private LineTerms terms;

    IncomeLine() {} // for Axon, before it replays the stream

    /// Also called for a line that exists, so that a second publication is refused by name.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishLine command, Actor actor, Clock clock, Divisions divisions) {
        var area = command.line().area();
        actor.mustReach(area);
        divisions.require(area);
        if (id != null) {
            throw new RuleBroken("line.already-published", "%s is published; correct it".formatted(id));
        }
        requireSound(command.line(), command.terms(), command.on(), clock);
        apply(new IncomeLinePublished(command.line(), area, command.terms(), command.on()));
    }

    @CommandHandler
    void handle(CorrectLine command, Actor actor, Clock clock) {
        actor.mustReach(id.area());
        requireSound(id, command.terms(), command.on(), clock);
        if (command.terms().equals(terms)) {
            throw new RuleBroken("line.nothing-corrected", "%s says so already".formatted(id));
        }
        apply(new IncomeLineCorrected(id, id.area(), command.terms(), command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(LineEvent event) {
        id = event.line();
        terms = event.terms();
    }

    private static void requireSound(LineId line, LineTerms terms, LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("line.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (terms.amountFen() <= 0) {
            throw new RuleBroken("line.amount-not-positive", "a line is more than nothing");
        }
        if (terms.effectiveFrom().getYear() != line.year()) {
            throw new RuleBroken("line.effective-in-another-year", "%s begins in its year".formatted(line));
        }
    }
}
