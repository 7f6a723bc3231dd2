package cn.shouwang.monitoring.duplicate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.duplicate.DuplicateCommand.DismissDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.MergeDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.ProposeDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.UndoMerge;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateDismissed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateMerged;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateProposed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.MergeUndone;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether two entries are one person.
///
/// The software proposes; a person who entered neither side merges or dismisses; another one, or the
/// county's leader, undoes a merge. What a merge may link is in [Merge].
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Duplicate {

    @AggregateIdentifier
    private DuplicateId id;

    private String place;
    private Pair pair;
    private DuplicateState state;
    private SideId newer;
    private Instant enteredAt;
    private LocalDate lastOn;
    private @Nullable DuplicateMerged merge;
    private @Nullable String mergedBy;

    Duplicate() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (message.getPayload() instanceof DuplicateCommand command && !(command instanceof ProposeDuplicate)) {
            actor.mustReach(place);
            mustBeTimely(command.on(), clock);
        }
    }

    /// Also called for a pair that was proposed before: whoever dismissed it is asked again only when a
    /// side was corrected since.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeDuplicate command, Actor actor) {
        var division = command.pair().place();
        actor.mustReach(division);
        if (state != null) {
            mustNotWait();
            mustNotBeMerged();
            if (!command.enteredAt().isAfter(enteredAt)) {
                throw new RuleBroken("duplicate.already-dismissed", "%s was dismissed as it is".formatted(id));
            }
        }
        apply(new DuplicateProposed(
                command.duplicate(),
                division,
                command.pair(),
                command.grounds(),
                command.newer(),
                command.enteredAt(),
                command.on()));
    }

    @CommandHandler
    void handle(MergeDuplicate command, Sides sides, Actor actor) {
        mustBeOpen();
        mustHaveReason(command.reason());
        var wanted = Merge.into(command.kept(), pair, sides);
        wanted.mustNotBeEnteredBy(actor);
        wanted.mustLink(sides);
        apply(new DuplicateMerged(
                id,
                place,
                pair,
                wanted.kept().side().id(),
                wanted.merged().side().id(),
                wanted.resting(),
                command.reason(),
                command.on()));
    }

    @CommandHandler
    void handle(DismissDuplicate command, Sides sides, Actor actor) {
        mustBeOpen();
        mustHaveReason(command.reason());
        Merge.into(newer, pair, sides).mustNotBeEnteredBy(actor);
        apply(new DuplicateDismissed(id, place, pair, newer, command.reason(), command.on()));
    }

    @CommandHandler
    void handle(UndoMerge command, Actor actor) {
        if (merge == null) {
            throw new RuleBroken("duplicate.not-merged", "%s is not merged".formatted(id));
        }
        mustHaveReason(command.reason());
        if (actor.id().equals(mergedBy) && actor.role() != Role.COUNTY_LEADER) {
            throw new RuleBroken("duplicate.undone-by-merger", "who merged does not undo");
        }
        apply(new MergeUndone(
                id, place, pair, merge.kept(), merge.merged(), merge.resting(), command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(DuplicateEvent event, @MetaDataValue(Meta.ACTOR) @Nullable String actor) {
        id = event.duplicate();
        place = event.division();
        pair = event.pair();
        state = DuplicateState.after(event);
        lastOn = event.on();
        switch (event) {
            case DuplicateProposed proposed -> {
                newer = proposed.newer();
                enteredAt = proposed.enteredAt();
            }
            case DuplicateMerged merged -> {
                merge = merged;
                mergedBy = actor;
            }
            case MergeUndone _ -> merge = null;
            case DuplicateDismissed _ -> {}
        }
    }

    private void mustBeOpen() {
        mustNotBeMerged();
        if (state == DuplicateState.DISMISSED) {
            throw new RuleBroken("duplicate.already-dismissed", "%s is dismissed".formatted(id));
        }
    }

    private void mustNotBeMerged() {
        if (state == DuplicateState.MERGED) {
            throw new RuleBroken("duplicate.already-merged", "%s is merged".formatted(id));
        }
    }

    private void mustNotWait() {
        if (state == DuplicateState.PROPOSED) {
            throw new RuleBroken("duplicate.already-proposed", "%s waits for a decision".formatted(id));
        }
    }

    private static void mustHaveReason(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("duplicate.reason-missing", "a decision has a reason");
        }
    }

    private void mustBeTimely(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("duplicate.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (on.isBefore(lastOn)) {
            throw new RuleBroken("duplicate.date-before", "%s is before the last step".formatted(on));
        }
    }
}
