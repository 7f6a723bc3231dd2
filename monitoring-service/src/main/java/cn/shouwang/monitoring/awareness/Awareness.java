package cn.shouwang.monitoring.awareness;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordSheets;
import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordTraining;
import cn.shouwang.monitoring.awareness.AwarenessEvent.SheetsDistributed;
import cn.shouwang.monitoring.awareness.AwarenessEvent.TrainingHeld;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides what may be recorded of a place: each paper once, and a count of sheets that is newer than the
/// one before.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Awareness {

    @AggregateIdentifier
    private AwarenessId id;

    private final Set<String> papers = new HashSet<>();
    private final Map<SheetKind, LocalDate> counted = new EnumMap<>(SheetKind.class);

    Awareness() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordTraining command, Divisions divisions, Actor actor, Clock clock) {
        actor.mustReach(command.place().division());
        divisions.require(command.place().division());
        mustHaveHappened(command.on(), clock);
        if (command.attendees() < 1) {
            throw new RuleBroken("awareness.nobody", "a training has somebody present");
        }
        if (papers.contains(command.evidence())) {
            throw new RuleBroken("awareness.evidence-known", "this paper was recorded already");
        }
        apply(new TrainingHeld(
                command.place(),
                command.place().division(),
                command.kind(),
                command.topic(),
                command.attendees(),
                command.evidence(),
                command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordSheets command, Divisions divisions, Actor actor, Clock clock) {
        actor.mustReach(command.place().division());
        divisions.requireVillage(command.place().division());
        mustHaveHappened(command.on(), clock);
        if (command.households() < 0) {
            throw new RuleBroken("awareness.nobody", "a count is not negative");
        }
        var last = counted.get(command.kind());
        if (last != null && !command.on().isAfter(last)) {
            throw new RuleBroken("awareness.count-older", "the sheets of %s were counted on %s".formatted(id, last));
        }
        apply(new SheetsDistributed(
                command.place(), command.place().division(), command.kind(), command.households(), command.on()));
    }

    @EventSourcingHandler
    void on(AwarenessEvent event) {
        id = event.place();
        switch (event) {
            case TrainingHeld held -> papers.add(held.evidence());
            case SheetsDistributed distributed -> counted.put(distributed.kind(), distributed.on());
        }
    }

    private static void mustHaveHappened(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("awareness.date-ahead", "%s has not happened yet".formatted(on));
        }
    }
}
