package cn.shouwang.monitoring.inquiry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.batch.Basis;
import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.comparison.ComparisonSettings.Ground;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.inquiry.Inquiries.State;
import cn.shouwang.monitoring.inquiry.InquiryCommand.RequestComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.ReturnComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.SpareComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WeighHits;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WithdrawAuthorization;
import cn.shouwang.monitoring.inquiry.InquiryEvent.AuthorizationWithdrawn;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonRequested;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonReturned;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.monitoring.inquiry.InquiryEvent.HitsWeighed;
import cn.shouwang.monitoring.inquiry.InquiryEvent.Step;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides when departments are asked about a household, and what an answer leaves to be said.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Inquiry {

    @AggregateIdentifier
    private InquiryId id;

    private @Nullable Step last;
    private @Nullable AuthorizationWithdrawn withdrawn;

    Inquiry() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        var known = last == null ? withdrawn : last;
        if (known != null) {
            actor.mustReach(known.division());
        }
        if (message.getPayload() instanceof InquiryCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("inquiry.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    /// Rule M5: after the household has signed, or by a department that may push.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            RequestComparison command,
            Identifications identifications,
            ComparisonSettings settings,
            InquiryLimits limits,
            Actor actor) {
        var running = running(command.household(), command.on(), identifications, actor);
        var ground = settings.ground(command.ground(), command.on())
                .orElseThrow(() -> new RuleBroken("inquiry.unknown-ground", "no such legal basis on that day"));
        mustHaveSigned(command, ground, identifications);
        if (last != null && last.cycle() == running.cycle() && Inquiries.after(last) != State.SETTLED) {
            throw new RuleBroken("inquiry.asked-already", "the last inquiry is not settled yet");
        }
        apply(new ComparisonRequested(
                command.household(),
                running.village(),
                running.cycle(),
                new Basis(ground.id(), ground.text(), ground.push(), command.reference()),
                command.datasets(),
                limits.until(command.on()),
                command.on()));
    }

    /// A household that gets the subsistence allowance was compared for it and need not be again.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SpareComparison command, Identifications identifications, Actor actor) {
        var running = running(command.household(), command.on(), identifications, actor);
        if (last != null && last.cycle() == running.cycle()) {
            throw new RuleBroken("inquiry.asked-already", "the departments were asked in this case");
        }
        apply(new ComparisonSpared(
                command.household(), running.village(), running.cycle(), command.paper(), command.on()));
    }

    @CommandHandler
    void handle(ReturnComparison command) {
        var asked = mustBe(State.ASKED, command.on());
        if (asked instanceof ComparisonRequested requested
                && !command.hits().stream().map(Hit::dataset).allMatch(requested.datasets()::contains)) {
            throw new RuleBroken("inquiry.not-asked-for", "a hit is of data that was asked for");
        }
        apply(new ComparisonReturned(id.household(), asked.division(), asked.cycle(), command.hits(), command.on()));
    }

    @CommandHandler
    void handle(WeighHits command) {
        var found = mustBe(State.UNWEIGHED, command.on());
        apply(new HitsWeighed(id.household(), found.division(), found.cycle(), command.ground(), command.on()));
    }

    /// Only what rests on the signature ends with it; a department that may push by law is still asked.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawAuthorization command, Identifications identifications, Actor actor) {
        var running = running(command.household(), command.on(), identifications, actor);
        mustBeInForce(command.household(), command.on(), identifications);
        apply(new AuthorizationWithdrawn(command.household(), running.village(), running.cycle(), command.on()));
    }

    private static Identifications.Current running(
            HouseholdId household, LocalDate on, Identifications identifications, Actor actor) {
        var current = identifications
                .current(household)
                .filter(Identifications.Current::isUndecided)
                .orElseThrow(() -> new RuleBroken("inquiry.no-case", "no case of the household is undecided"));
        actor.mustReach(current.village());
        if (on.isBefore(current.openedOn())) {
            throw new RuleBroken("inquiry.date-before", "%s is before the case".formatted(on));
        }
        return current;
    }

    private void mustHaveSigned(RequestComparison command, Ground ground, Identifications identifications) {
        if (!ground.push()) {
            mustBeInForce(command.household(), command.on(), identifications);
        }
    }

    /// That the household has signed by that day, and not taken it back since.
    private void mustBeInForce(HouseholdId household, LocalDate on, Identifications identifications) {
        var signedOn = identifications
                .signedOn(household)
                .filter(day -> !on.isBefore(day))
                .orElseThrow(() -> new RuleBroken("inquiry.not-authorized", "the household has not signed"));
        if (withdrawn != null && !withdrawn.on().isBefore(signedOn)) {
            throw new RuleBroken("inquiry.withdrawn", "the household took its authorization back");
        }
    }

    private Step mustBe(State state, LocalDate on) {
        var before = last;
        if (before == null || Inquiries.after(before) != state) {
            throw new RuleBroken("inquiry.out-of-order", "nothing like that is waited for");
        }
        if (on.isBefore(before.on())) {
            throw new RuleBroken("inquiry.date-before", "%s is before the last step".formatted(on));
        }
        return before;
    }

    @EventSourcingHandler
    void on(InquiryEvent event) {
        id = new InquiryId(event.household());
        switch (event) {
            case Step step -> last = step;
            case AuthorizationWithdrawn taken -> withdrawn = taken;
        }
    }
}
