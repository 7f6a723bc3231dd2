package cn.shouwang.platform.reading;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.ReadingCommand.RecordExport;
import cn.shouwang.platform.reading.ReadingCommand.RecordRefusal;
import cn.shouwang.platform.reading.ReadingCommand.RecordReveal;
import cn.shouwang.platform.reading.ReadingCommand.RecordSearch;
import cn.shouwang.platform.reading.ReadingEvent.AttemptRefused;
import cn.shouwang.platform.reading.ReadingEvent.FieldRevealed;
import cn.shouwang.platform.reading.ReadingEvent.IdentitySearched;
import cn.shouwang.platform.reading.ReadingEvent.ListExported;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether something personal may be seen, and is the record that it was.
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, Axon reads it
class Reading {

    @AggregateIdentifier
    private ReadingId id;

    Reading() {} // for Axon, before it replays the stream

    @CommandHandler
    Reading(RecordReveal command, Actor actor, Clock clock, Allowance allowance) {
        actor.mustReach(command.division());
        command.purpose().mustServe(actor.role(), command.field().kind(), command.note());
        allowance.mustAllowReveal(actor);
        apply(new FieldRevealed(
                command.reading(),
                command.division(),
                command.about(),
                command.subject(),
                command.field().name(),
                command.purpose(),
                told(command.note()),
                command.until(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    Reading(RecordSearch command, Actor actor, Clock clock, Allowance allowance) {
        actor.mustReach(command.division());
        command.purpose().mustServe(actor.role(), Kind.IDENTITY, command.note());
        allowance.mustAllowSearch(actor);
        apply(new IdentitySearched(
                command.reading(),
                command.division(),
                command.by(),
                command.purpose(),
                told(command.note()),
                command.found(),
                command.about().stream()
                        .distinct()
                        .limit(IdentitySearched.MOST_NAMED)
                        .toList(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    Reading(RecordExport command, Actor actor, Clock clock) {
        actor.mustReach(command.division());
        command.purpose().mustServe(actor.role(), Kind.IDENTITY, command.what()); // the list explains itself
        apply(new ListExported(
                command.reading(),
                command.division(),
                command.what(),
                command.rows(),
                command.purpose(),
                command.approver(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    Reading(RecordRefusal command, Actor actor, Clock clock) {
        actor.mustReach(command.division());
        apply(new AttemptRefused(
                command.reading(),
                command.division(),
                command.method(),
                command.route(),
                command.code(),
                command.count(),
                command.firstAt(),
                command.lastAt(),
                LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(ReadingEvent event) {
        id = event.reading();
    }

    private static @Nullable String told(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
