package cn.shouwang.monitoring.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordEndOfWork;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordIncome;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordOverdueLoan;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordWork;
import cn.shouwang.monitoring.receipt.ReceiptEvent.IncomeReceived;
import cn.shouwang.monitoring.receipt.ReceiptEvent.LoanFellOverdue;
import cn.shouwang.monitoring.receipt.ReceiptEvent.WorkBegun;
import cn.shouwang.monitoring.receipt.ReceiptEvent.WorkEnded;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Takes in what other services tell of a household, each fact once.
///
/// A fact is known by the number it has where it comes from. One that comes again changes nothing; one that
/// comes again and says something else is refused (`receipt.contradicts`) and waits for a person.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Receipts {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReceiptsId id;

    private String village;
    private final Map<UUID, Receipt> received = new HashMap<>();
    private final Map<UUID, MemberId> working = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final Map<UUID, LocalDate> overdue = new HashMap<>();

    Receipts() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        if (village != null) {
            actor.mustReach(village);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordIncome command, Register register, Actor actor) {
        var household = household(command, command.member(), register, actor);
        var receipt = command.receipt();
        if (receipt.amountFen() <= 0) {
            throw new RuleBroken("receipt.amount-not-positive", "what was received is more than nothing");
        }
        if (receipt.until().isBefore(receipt.from())) {
            throw new RuleBroken("receipt.days-reversed", "the last day is before the first");
        }
        if (isNew(received.get(receipt.source()), receipt)) {
            apply(new IncomeReceived(
                    command.household(), household.village(), command.member(), receipt, command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordWork command, Register register, Actor actor) {
        var household = household(command, command.member(), register, actor);
        var known = working.get(command.engagement());
        if (!ended.contains(command.engagement()) && isNew(known, command.member())) {
            apply(new WorkBegun(
                    command.household(), household.village(), command.engagement(), command.member(), command.on()));
        }
    }

    /// The end of work whose beginning was never told counts as well.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordEndOfWork command, Register register, Actor actor) {
        var household = household(command, command.member(), register, actor);
        if (!ended.contains(command.engagement())) {
            var others = working.keySet().stream().anyMatch(work -> !work.equals(command.engagement()));
            apply(new WorkEnded(
                    command.household(),
                    household.village(),
                    command.engagement(),
                    command.member(),
                    others,
                    command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordOverdueLoan command, Register register, Actor actor) {
        var household = household(command, null, register, actor);
        // renewed and overdue again is another matter, so it is the day that tells
        if (!command.dueOn().equals(overdue.get(command.loan()))) {
            apply(new LoanFellOverdue(
                    command.household(), household.village(), command.loan(), command.dueOn(), command.on()));
        }
    }

    private static Register.Entry household(
            ReceiptCommand command, @Nullable MemberId member, Register register, Actor actor) {
        var household = register.of(command.household());
        actor.mustReach(household.village());
        if (member != null && !household.everMember().contains(member)) {
            throw new RuleBroken("receipt.unknown-member", "the household never had that member");
        }
        return household;
    }

    private static <T> boolean isNew(@Nullable T known, T told) {
        if (known != null && !known.equals(told)) {
            throw new RuleBroken("receipt.contradicts", "what is told under this number was told otherwise before");
        }
        return known == null;
    }

    @EventSourcingHandler
    void on(ReceiptEvent event) {
        id = new ReceiptsId(event.household());
        village = event.division();
        switch (event) {
            case IncomeReceived income -> received.put(income.receipt().source(), income.receipt());
            case WorkBegun begun -> working.put(begun.engagement(), begun.member());
            case WorkEnded end -> {
                working.remove(end.engagement());
                ended.add(end.engagement());
            }
            case LoanFellOverdue loan -> overdue.put(loan.loan(), loan.dueOn());
        }
    }
}
