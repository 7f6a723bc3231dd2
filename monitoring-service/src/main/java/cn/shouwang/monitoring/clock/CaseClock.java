package cn.shouwang.monitoring.clock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.clock.ClockCommand.EscalateCase;
import cn.shouwang.monitoring.clock.ClockEvent.CaseEscalated;
import cn.shouwang.monitoring.clue.ClueLevel;
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
import org.jspecify.annotations.Nullable;

/// Decides when a case that waits too long rises a level.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class CaseClock {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private ClockId id;

    private @Nullable CaseEscalated last;

    CaseClock() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EscalateCase command, CaseClocks clocks, Actor actor, Clock clock) {
        if (command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("clock.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
        var running = clocks.of(command.household(), command.on())
                .orElseThrow(() -> new RuleBroken("clock.nothing-waits", "no case waits for anything"));
        actor.mustReach(running.village());
        var reading = running.reading();
        if (!reading.isOver()) {
            throw new RuleBroken("clock.in-time", "the case is %s".formatted(reading.colour()));
        }
        apply(new CaseEscalated(
                command.household(),
                running.village(),
                running.cycle(),
                reading.turn().step(),
                reading.turn().since(),
                reading.limit(),
                levelAbove(running, command.on()),
                clocks.risesAgainAfter(command.on()),
                command.on()));
    }

    private ClueLevel levelAbove(CaseClocks.Running running, LocalDate on) {
        var before = last;
        if (before == null || !isOf(before, running)) {
            return above(running.reading().turn().step().level());
        }
        if (!on.isAfter(before.dueOn())) {
            throw new RuleBroken("clock.risen-already", "the case is with the %s".formatted(before.level()));
        }
        return above(before.level());
    }

    private static ClueLevel above(ClueLevel level) {
        if (level == ClueLevel.COUNTY) {
            throw new RuleBroken("clock.at-top", "the case is with the county");
        }
        return level.above();
    }

    private static boolean isOf(CaseEscalated escalated, CaseClocks.Running running) {
        var turn = running.reading().turn();
        return escalated.cycle() == running.cycle()
                && escalated.step() == turn.step()
                && escalated.since().equals(turn.since());
    }

    @EventSourcingHandler
    void on(ClockEvent event) {
        id = new ClockId(event.household());
        last = switch (event) {
            case CaseEscalated escalated -> escalated;
        };
    }
}
