package cn.shouwang.monitoring.removal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Decision.LineUsed;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Identifications.Decided;
import cn.shouwang.monitoring.income.IncomeRules;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.notice.Notices;
import cn.shouwang.monitoring.removal.RemovalCommand.DetermineRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.DropRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.HoldExitAppraisal;
import cn.shouwang.monitoring.removal.RemovalCommand.ProposeRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordExitVisit;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordNaturalDecrease;
import cn.shouwang.monitoring.removal.RemovalCommand.RevertRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.ReviewRemoval;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides the steps by which a household leaves monitoring, one removal after another.
///
/// Reads as the procedure does, top to bottom; what a step must respect is in [Exit], what must
/// hold in [Checks]. A removal that is blocked is no refused request: the household was looked at,
/// and what was missing is on record.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Removal {

    @AggregateIdentifier
    private RemovalId id;

    private String village;
    private @Nullable Exit current;

    Removal() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (village != null) {
            actor.mustReach(village);
        }
        if (message.getPayload() instanceof RemovalCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("removal.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeRemoval command, Identifications identifications, Actor actor) {
        var monitored = monitored(command.household(), identifications);
        actor.mustReach(monitored.village());
        if (current != null) {
            current.mustAllowAnother(command.on());
        }
        if (command.on().isBefore(decision(monitored).on())) {
            throw new RuleBroken("removal.date-before", "the household was not monitored yet");
        }
        mustGiveReason(command);
        apply(new RemovalProposed(
                command.household(),
                monitored.village(),
                monitored.cycle(),
                current == null ? 1 : current.attempt() + 1,
                command.mode(),
                command.reason(),
                command.on()));
    }

    @CommandHandler
    void handle(
            RecordExitVisit command,
            Register register,
            Identifications identifications,
            Lines lines,
            Help help,
            ExitTerms terms,
            IncomeRules rules,
            Actor actor) {
        var exit = exit();
        exit.mustAllowVisit(command.on());
        var household = register.of(id.household());
        var visit = command.form().visit(village, household.members().size(), rules, actor.id());
        visit.mustBeCredible(household.members());
        apply(new ExitVisited(
                id.household(),
                village,
                exit.cycle(),
                exit.attempt(),
                new ExitVisit(
                        visit, command.stableMonths(), command.expenseSolved(), command.risksGone(), command.newRisk()),
                exit.isVisited(),
                command.on()));
        block(checks(household, identifications, lines, help, terms, command.on()));
    }

    @CommandHandler
    void handle(HoldExitAppraisal command) {
        var exit = exit();
        exit.mustBe(Exit.Stage.CHECKED, command.on());
        var appraisal = command.appraisal();
        appraisal.votes().mustFit(appraisal.attendance());
        apply(new ExitAppraised(id.household(), village, exit.cycle(), exit.attempt(), appraisal, command.on()));
    }

    @CommandHandler
    void handle(ReviewRemoval command, Notices notices, Actor actor) {
        var exit = exit();
        exit.mustBe(Exit.Stage.APPRAISED, command.on());
        exit.mustNotHaveCollected(actor.id());
        if (!command.passed()) {
            apply(new RemovalReturned(
                    id.household(), village, exit.cycle(), exit.attempt(), command.opinion(), command.on()));
            return;
        }
        exit.mustHaveHung(notices.latest(id.household()), command.on());
        apply(new RemovalReviewPassed(
                id.household(), village, exit.cycle(), exit.attempt(), command.opinion(), actor.id(), command.on()));
    }

    /// Looks at every criterion again, on the day of the decision.
    @CommandHandler
    void handle(
            DetermineRemoval command,
            Register register,
            Identifications identifications,
            Lines lines,
            Help help,
            ExitTerms terms,
            Actor actor) {
        var exit = exit();
        exit.mustBe(Exit.Stage.REVIEWED, command.on());
        exit.mustNotHaveReviewed(actor.id());
        var checks = checks(register.of(id.household()), identifications, lines, help, terms, command.on());
        if (!block(checks)) {
            apply(removed(exit, checks, command, actor));
        }
    }

    @CommandHandler
    void handle(DropRemoval command) {
        var exit = exit();
        exit.mustBeUndecided(command.on());
        apply(new RemovalDropped(
                id.household(), village, exit.cycle(), exit.attempt(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(RevertRemoval command, Identifications identifications) {
        var exit = exit();
        exit.mustBe(Exit.Stage.REMOVED, command.on());
        if (identifications.current(id.household()).orElseThrow().cycle() != exit.cycle()) {
            throw new RuleBroken("removal.newer-case", "the household has a new case since");
        }
        apply(new RemovalReverted(
                id.household(), village, exit.cycle(), exit.attempt(), command.reason(), command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordNaturalDecrease command, Identifications identifications, Register register, Actor actor) {
        var monitored = monitored(command.household(), identifications);
        actor.mustReach(monitored.village());
        if (!register.of(command.household()).members().isEmpty()) {
            throw new RuleBroken("removal.members-left", "somebody still lives there");
        }
        apply(new NaturalDecreaseRecorded(
                command.household(),
                monitored.village(),
                monitored.cycle(),
                current == null ? 0 : current.attempt(),
                command.ground(),
                command.on()));
    }

    private boolean block(Checks checks) {
        var made = checks.made();
        if (made.stream().noneMatch(Check::blocks)) {
            return false;
        }
        var exit = exit();
        apply(new RemovalBlocked(id.household(), village, exit.cycle(), exit.attempt(), made, checks.on()));
        return true;
    }

    private Checks checks(
            Register.Entry household,
            Identifications identifications,
            Lines lines,
            Help help,
            ExitTerms terms,
            LocalDate on) {
        var exit = exit();
        var decided = decision(monitored(id.household(), identifications));
        return new Checks(
                exit.mode(),
                decided.decision().finding().risks().types(),
                decided.on(),
                exit.visit(),
                help.addressed(id.household(), exit.cycle()),
                household.hasLabour(),
                lines.inForce(village, on),
                terms.on(on),
                on);
    }

    private RiskRemoved removed(Exit exit, Checks checks, DetermineRemoval command, Actor actor) {
        return new RiskRemoved(
                id.household(),
                village,
                exit.cycle(),
                exit.attempt(),
                exit.mode(),
                command.decisionNo(),
                checks.made(),
                checks.terms().from(),
                new LineUsed(checks.line().version(), checks.line().amountFen()),
                checks.incomePerHeadFen(),
                checks.months(),
                actor.id(),
                command.on());
    }

    private static Current monitored(HouseholdId household, Identifications identifications) {
        return identifications
                .current(household)
                .filter(Current::isMonitored)
                .orElseThrow(() -> new RuleBroken("removal.not-monitored", "the household is not monitored"));
    }

    private static Decided decision(Current monitored) {
        return Objects.requireNonNull(monitored.decision());
    }

    private static void mustGiveReason(ProposeRemoval command) {
        var given = command.reason() != null && !command.reason().isBlank();
        if (command.mode() == RemovalMode.NATURAL && !given) {
            throw new RuleBroken("removal.reason-missing", "a removal by itself has a reason");
        }
    }

    /// There is one before any command but the first gets here.
    private Exit exit() {
        if (current == null) {
            throw new RuleBroken("removal.out-of-order", "no removal was proposed");
        }
        return current;
    }

    @EventSourcingHandler
    void on(RemovalEvent event) {
        id = new RemovalId(event.household());
        village = event.division();
        if (event instanceof RemovalProposed proposed) {
            current = new Exit(proposed);
        } else if (current != null) {
            current.on(event);
        }
    }
}
