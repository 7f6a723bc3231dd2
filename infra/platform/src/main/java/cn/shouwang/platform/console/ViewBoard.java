package cn.shouwang.platform.console;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.console.ViewCommand.AbandonRebuild;
import cn.shouwang.platform.console.ViewCommand.DropGeneration;
import cn.shouwang.platform.console.ViewCommand.OrderComparison;
import cn.shouwang.platform.console.ViewCommand.RecordComparison;
import cn.shouwang.platform.console.ViewCommand.RollBackView;
import cn.shouwang.platform.console.ViewCommand.StartRebuild;
import cn.shouwang.platform.console.ViewCommand.SwitchView;
import cn.shouwang.platform.console.ViewEvent.ComparisonOrdered;
import cn.shouwang.platform.console.ViewEvent.GenerationDropped;
import cn.shouwang.platform.console.ViewEvent.RebuildAbandoned;
import cn.shouwang.platform.console.ViewEvent.RebuildStarted;
import cn.shouwang.platform.console.ViewEvent.ViewCompared;
import cn.shouwang.platform.console.ViewEvent.ViewRolledBack;
import cn.shouwang.platform.console.ViewEvent.ViewSwitched;
import cn.shouwang.platform.projection.Parity;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides which generations a read model has and which one answers.
@Aggregate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, Axon reads it
class ViewBoard {

    @AggregateIdentifier
    private BoardId id;

    private Buildings buildings = Buildings.NONE;

    ViewBoard() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartRebuild command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        var there = at(command);
        if (there.beside().isPresent()) {
            throw new RuleBroken("view.rebuild-running", "a generation is beside it already");
        }
        if (there.previous().isPresent()) {
            throw new RuleBroken("view.previous-kept", "the generation before is still kept");
        }
        apply(new RebuildStarted(
                command.view(),
                command.version(),
                there.next(),
                command.head(),
                command.reason(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AbandonRebuild command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        apply(new RebuildAbandoned(
                command.view(),
                command.version(),
                beside(command).number(),
                command.reason(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrderComparison command, Actor actor, Clock clock, Readiness readiness) {
        actor.mustReach(command.area());
        var there = at(command);
        var other = there.beside()
                .or(there::previous)
                .orElseThrow(() -> new RuleBroken("view.no-rebuild", "there is nothing to compare it with"));
        readiness.mustBeReady(command.view(), command.version(), other);
        apply(new ComparisonOrdered(
                command.view(),
                command.version(),
                there.current(),
                other.number(),
                command.area(),
                LocalDate.now(clock)));
    }

    /// Whatever became of the two meanwhile.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordComparison command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        apply(new ViewCompared(
                command.view(),
                command.version(),
                command.generation(),
                command.other(),
                command.parity(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SwitchView command, Actor actor, Clock clock, Readiness readiness) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        var next = beside(command);
        readiness.mustBeReady(command.view(), command.version(), next);
        var unequal = at(command)
                .parity()
                .map(Parity::unequal)
                .orElseThrow(() -> new RuleBroken("view.not-compared", "they were not compared, or not since"));
        if (unequal > 0 && !command.differing()) {
            throw new RuleBroken("view.differs", "rows differ and nobody said that they are meant to");
        }
        apply(new ViewSwitched(
                command.view(),
                command.version(),
                at(command).current(),
                next.number(),
                unequal,
                command.reason(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RollBackView command, Actor actor, Clock clock, Readiness readiness) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        var before = at(command)
                .previous()
                .orElseThrow(() -> new RuleBroken("view.nothing-to-roll-back", "no generation before is kept"));
        readiness.mustBeReady(command.view(), command.version(), before);
        apply(new ViewRolledBack(
                command.view(),
                command.version(),
                at(command).current(),
                before.number(),
                command.reason(),
                command.area(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DropGeneration command, Actor actor, Clock clock) {
        actor.mustReach(command.area());
        Reason.mustBeGiven(command.reason());
        var state = Optional.ofNullable(at(command).kept().get(command.generation()))
                .map(Kept::state)
                .filter(kept -> kept != Kept.State.DROPPED)
                .orElseThrow(() -> new RuleBroken("view.no-such-generation", "there is no such generation"));
        if (!command.old() && (state == Kept.State.CURRENT || state == Kept.State.BESIDE)) {
            throw new RuleBroken("view.generation-in-use", "it answers, or is being built");
        }
        apply(new GenerationDropped(
                command.view(),
                command.version(),
                command.generation(),
                command.reason(),
                command.area(),
                LocalDate.now(clock)));
    }

    private Generations at(ViewCommand command) {
        return buildings.at(command.view(), command.version());
    }

    private Kept beside(ViewCommand command) {
        return at(command).beside().orElseThrow(() -> new RuleBroken("view.no-rebuild", "no generation is beside it"));
    }

    @EventSourcingHandler
    void on(ViewEvent event, @Timestamp Instant at) {
        id = BoardId.VIEWS;
        buildings = buildings.after(event, new Act(at, "")); // who acted decides nothing
    }
}
