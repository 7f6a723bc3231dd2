package cn.shouwang.monitoring.slip;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.incentive.IncentiveRuleId;
import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.Computation.Verified;
import cn.shouwang.monitoring.slip.SlipCommand.ComputeIncentive;
import cn.shouwang.monitoring.slip.SlipCommand.RevokeQuantity;
import cn.shouwang.monitoring.slip.SlipCommand.TakeQuantity;
import cn.shouwang.monitoring.slip.SlipCommand.VerifyQuantity;
import cn.shouwang.monitoring.slip.SlipEvent.IncentiveComputed;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityRevoked;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityVerified;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides which quantities of a household and year count, and computes what they are worth.
///
/// A source counts once, also after it was revoked: what is right then has a source of its own.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Slip {

    private record Last(int number, Computation result) {}

    @AggregateIdentifier
    private SlipId id;

    private String village;
    private long events;
    private int computations;
    private final Quantities quantities = new Quantities();
    private final Map<IncentiveRuleId, Last> last = new HashMap<>();

    Slip() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        if (village != null) {
            actor.mustReach(village);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(VerifyQuantity command, Register register, Actor actor, Clock clock) {
        var place = place(command.slip(), register, actor);
        quantities.mustBeNewPaper(command.unit(), command.evidence());
        var quantity = quantity(command.slip() + "@" + events, command.amount(), command.on());
        verify(command.slip(), place, command.unit(), quantity, command.evidence(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeQuantity command, Register register, Actor actor, Clock clock) {
        var place = place(command.slip(), register, actor);
        quantities.mustBeNewSource(command.source());
        var quantity = quantity(command.source(), command.amount(), command.on());
        verify(command.slip(), place, command.unit(), quantity, "", clock);
    }

    @CommandHandler
    void handle(RevokeQuantity command, Clock clock) {
        quantities.mustCount(command.quantity());
        apply(new QuantityRevoked(
                id, id.household(), village, command.quantity(), command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(ComputeIncentive command, IncentiveRules rules, Clock clock) {
        var due = rules.of(village).stream()
                .map(rule -> Computation.of(rule, quantities.of(rule.unit())))
                .filter(this::isNew)
                .toList();
        if (due.isEmpty()) {
            throw new RuleBroken("slip.nothing-new", "every rule gives what it gave before");
        }
        var today = LocalDate.now(clock);
        due.forEach(result -> apply(new IncentiveComputed(
                id, id.household(), village, computations + 1, replaced(result.rule()), result, today)));
    }

    @EventSourcingHandler
    void on(SlipEvent event) {
        id = event.slip();
        village = event.division();
        events++;
        quantities.on(event);
        if (event instanceof IncentiveComputed computed) {
            computations = computed.computation();
            last.put(computed.result().rule(), new Last(computed.computation(), computed.result()));
        }
    }

    private Verified quantity(String source, long amount, LocalDate on) {
        return new Verified(quantities.next(), source, amount, on);
    }

    private void verify(SlipId slip, String place, Unit unit, Verified quantity, String evidence, Clock clock) {
        if (quantity.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("slip.date-ahead", "%s has not happened yet".formatted(quantity.on()));
        }
        if (quantity.on().getYear() != slip.year()) {
            throw new RuleBroken("slip.another-year", "%s is of another year".formatted(quantity.on()));
        }
        quantities.mustBeWithinReason(unit, quantity.amount());
        apply(new QuantityVerified(
                slip,
                slip.household(),
                place,
                quantity.number(),
                unit,
                quantity.amount(),
                quantity.source(),
                evidence,
                quantity.on()));
    }

    private String place(SlipId slip, Register register, Actor actor) {
        var place = village == null ? register.of(slip.household()).village() : village;
        actor.mustReach(place);
        return place;
    }

    /// A rule that never paid anything and pays nothing now says nothing.
    private boolean isNew(Computation result) {
        var before = last.get(result.rule());
        return before == null ? !result.lines().isEmpty() : !before.result().equals(result);
    }

    private @Nullable Integer replaced(IncentiveRuleId rule) {
        var before = last.get(rule);
        return before == null ? null : before.number();
    }
}
