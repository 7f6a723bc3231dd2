package cn.shouwang.monitoring.slip;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.incentive.IncentiveRuleId;
import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private record Counted(Unit unit, Verified quantity) {}

    private record Paper(Unit unit, String evidence) {}

    private record Last(int number, Computation result) {}

    @AggregateIdentifier
    private SlipId id;

    private String village;
    private long events;
    private int quantities;
    private int computations;
    private final Set<String> sources = new HashSet<>();
    private final Set<Paper> papers = new HashSet<>();
    private final Map<Integer, Counted> counted = new TreeMap<>();
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
        if (papers.contains(new Paper(command.unit(), command.evidence()))) {
            throw new RuleBroken("slip.evidence-known", "this paper was counted already");
        }
        verify(
                command.slip(),
                place,
                new Counted(
                        command.unit(),
                        new Verified(quantities + 1, command.slip() + "@" + events, command.amount(), command.on())),
                command.evidence(),
                clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeQuantity command, Register register, Actor actor, Clock clock) {
        var place = place(command.slip(), register, actor);
        if (sources.contains(command.source())) {
            throw new RuleBroken("slip.source-known", "this event was counted already");
        }
        var quantity = new Verified(quantities + 1, command.source(), command.amount(), command.on());
        verify(command.slip(), place, new Counted(command.unit(), quantity), "", clock);
    }

    @CommandHandler
    void handle(RevokeQuantity command, Clock clock) {
        if (!counted.containsKey(command.quantity())) {
            throw new RuleBroken("slip.unknown-quantity", "no quantity %d counts".formatted(command.quantity()));
        }
        apply(new QuantityRevoked(
                id, id.household(), village, command.quantity(), command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(ComputeIncentive command, IncentiveRules rules, Clock clock) {
        var due = rules.of(village).stream()
                .map(rule -> Computation.of(rule, of(rule.unit())))
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
        switch (event) {
            case QuantityVerified verified -> remember(verified);
            case QuantityRevoked revoked -> counted.remove(revoked.quantity());
            case IncentiveComputed computed -> {
                computations = computed.computation();
                last.put(computed.result().rule(), new Last(computed.computation(), computed.result()));
            }
        }
    }

    private void remember(QuantityVerified verified) {
        quantities = verified.quantity();
        sources.add(verified.source());
        papers.add(new Paper(verified.unit(), verified.evidence()));
        counted.put(
                verified.quantity(),
                new Counted(
                        verified.unit(),
                        new Verified(verified.quantity(), verified.source(), verified.amount(), verified.on())));
    }

    private void verify(SlipId slip, String place, Counted fresh, String evidence, Clock clock) {
        var quantity = fresh.quantity();
        if (quantity.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("slip.date-ahead", "%s has not happened yet".formatted(quantity.on()));
        }
        if (quantity.on().getYear() != slip.year()) {
            throw new RuleBroken("slip.another-year", "%s is of another year".formatted(quantity.on()));
        }
        mustBeWithinReason(fresh);
        apply(new QuantityVerified(
                slip,
                slip.household(),
                place,
                quantity.number(),
                fresh.unit(),
                quantity.amount(),
                quantity.source(),
                evidence,
                quantity.on()));
    }

    private void mustBeWithinReason(Counted fresh) {
        var before = of(fresh.unit()).stream().mapToLong(Verified::amount).sum();
        if (fresh.quantity().amount() < 1
                || fresh.quantity().amount() > IncentiveTerms.MOST_UNITS
                || before + fresh.quantity().amount() > IncentiveTerms.MOST_UNITS) {
            throw new RuleBroken("slip.beyond-reason", "a quantity is more than nothing and within reason");
        }
    }

    private String place(SlipId slip, Register register, Actor actor) {
        var place = village == null ? register.of(slip.household()).village() : village;
        actor.mustReach(place);
        return place;
    }

    private List<Verified> of(Unit unit) {
        var those = new ArrayList<Verified>();
        counted.values().stream().filter(one -> one.unit() == unit).forEach(one -> those.add(one.quantity()));
        return those;
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
