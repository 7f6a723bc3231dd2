package cn.shouwang.monitoring.identification;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clue.Clues;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Decision.LineUsed;
import cn.shouwang.monitoring.identification.IdentificationCommand.Announce;
import cn.shouwang.monitoring.identification.IdentificationCommand.Determine;
import cn.shouwang.monitoring.identification.IdentificationCommand.EndPublicity;
import cn.shouwang.monitoring.identification.IdentificationCommand.HoldAppraisal;
import cn.shouwang.monitoring.identification.IdentificationCommand.OpenIdentification;
import cn.shouwang.monitoring.identification.IdentificationCommand.PassTownReview;
import cn.shouwang.monitoring.identification.IdentificationCommand.RaiseObjection;
import cn.shouwang.monitoring.identification.IdentificationCommand.RecordVisit;
import cn.shouwang.monitoring.identification.IdentificationCommand.Reject;
import cn.shouwang.monitoring.identification.IdentificationCommand.ResolveObjection;
import cn.shouwang.monitoring.identification.IdentificationCommand.ReturnFromTown;
import cn.shouwang.monitoring.identification.IdentificationCommand.SignAuthorization;
import cn.shouwang.monitoring.identification.IdentificationCommand.StartPublicity;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.monitoring.income.IncomeRules;
import cn.shouwang.monitoring.inquiry.Inquiries;
import cn.shouwang.monitoring.inquiry.InquiryLimits;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.removal.Removals;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides the steps of a household's cases, one case after another.
///
/// Reads as the procedure does, top to bottom; what a step must respect is in [Procedure] and in
/// the values the step carries. Command handlers decide and the event handler only remembers, so
/// replaying a stream can neither fail nor have an effect.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Identification {

    @AggregateIdentifier
    private IdentificationId id;

    private String village;
    private Procedure current;

    Identification() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (village != null) {
            actor.mustReach(village);
        }
        if (message.getPayload() instanceof IdentificationCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("identification.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            OpenIdentification command, Register register, Clues clues, Removals removals, Limits limits, Actor actor) {
        var household = register.of(command.household());
        actor.mustReach(household.village());
        if (current != null) {
            current.mustAllowAnother(command.on(), removals.over(command.household(), current.cycle()));
        }
        if (command.clue() != null) {
            mustBeOpen(clues.find(command.clue()), household.village(), command.on());
        }
        if (command.visitBy().isBefore(command.on())) {
            throw new RuleBroken("identification.visit-overdue", "a visit is due on or after the day it is assigned");
        }
        apply(new IdentificationOpened(
                command.household(),
                household.village(),
                current == null ? 1 : current.cycle() + 1,
                household.baseType(),
                command.clue(),
                command.on().plusDays(limits.on(command.on()).totalDays()),
                command.on()));
        apply(new VisitAssigned(id.household(), village, current.cycle(), command.visitBy(), command.on()));
    }

    @CommandHandler
    void handle(RecordVisit command, Register register, IncomeRules rules, Actor actor) {
        current.mustBe(Stage.OPENED, command.on());
        var members = register.of(id.household()).members();
        var visit = command.form().visit(village, members.size(), rules, actor.id());
        visit.mustBeCredible(members);
        apply(new HouseholdVisited(id.household(), village, current.cycle(), visit, current.isVisited(), command.on()));
    }

    @CommandHandler
    void handle(SignAuthorization command, Register register) {
        current.mustBe(Stage.VISITED, command.on());
        Visit.mustLiveThere(command.signer(), register.of(id.household()).members());
        apply(new AuthorizationSigned(
                id.household(),
                village,
                current.cycle(),
                command.signer(),
                command.how(),
                command.filledByHelper(),
                command.on()));
    }

    @CommandHandler
    void handle(HoldAppraisal command) {
        current.mustBe(Stage.AUTHORIZED, command.on());
        command.appraisal().mustAddUp();
        var proposal = command.appraisal().proposal();
        if (proposal != null) {
            proposal.mustSuit(current.baseType());
        }
        apply(new AppraisalHeld(id.household(), village, current.cycle(), command.appraisal(), command.on()));
    }

    @CommandHandler
    void handle(StartPublicity command, Limits limits, Register register) {
        current.mustBe(Stage.APPRAISED, command.on());
        current.mustBeProposed();
        var hidden = register.hidden(id.household());
        PublicText.mustBeFit(command.place(), hidden);
        PublicText.mustBeFit(command.notice(), hidden);
        apply(new PublicityStarted(
                id.household(),
                village,
                current.cycle(),
                command.place(),
                command.notice(),
                command.on().plusDays(limits.on(command.on()).publicityDays()),
                command.on()));
    }

    @CommandHandler
    void handle(RaiseObjection command) {
        current.mustBe(Stage.PUBLICIZED, command.on());
        apply(new ObjectionRaised(
                id.household(),
                village,
                current.cycle(),
                current.objections().next(),
                command.by(),
                command.text(),
                command.on()));
    }

    @CommandHandler
    void handle(ResolveObjection command) {
        current.mustBeUndecided(command.on());
        current.objections().mustBeOpen(command.objection());
        apply(
                command.upheld()
                        ? new ObjectionUpheld(
                                id.household(),
                                village,
                                current.cycle(),
                                command.objection(),
                                command.explanation(),
                                command.on())
                        : new ObjectionDismissed(
                                id.household(),
                                village,
                                current.cycle(),
                                command.objection(),
                                command.explanation(),
                                command.on()));
    }

    @CommandHandler
    void handle(EndPublicity command) {
        current.mustBe(Stage.PUBLICIZED, command.on());
        current.mustHaveHung(command.on());
        apply(new PublicityEnded(id.household(), village, current.cycle(), command.on()));
    }

    @CommandHandler
    void handle(PassTownReview command, Actor actor) {
        current.mustBe(Stage.PUBLICITY_ENDED, command.on());
        current.mustNotHaveCollected(actor.id());
        apply(new TownReviewPassed(
                id.household(),
                village,
                current.cycle(),
                command.opinion(),
                actor.id(),
                command.sampled(),
                command.on()));
    }

    @CommandHandler
    void handle(ReturnFromTown command, Actor actor) {
        current.mustBe(Stage.PUBLICITY_ENDED, command.on());
        current.mustNotHaveCollected(actor.id());
        apply(new ReturnedByTown(id.household(), village, current.cycle(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(Determine command, Lines lines, Inquiries inquiries, InquiryLimits limits, Actor actor) {
        current.mustBe(Stage.TOWN_REVIEWED, command.on());
        var comparison = ComparisonRule.of(limits, village, command.on());
        comparison.mustBeMet(inquiries, id.household(), current.cycle(), command.on());
        current.mustNotHaveReviewed(actor.id());
        command.finding().mustSuit(current.baseType());
        var line = lines.inForce(village, command.on());
        var income = current.visit().income().perHeadFen(line.basis());
        command.finding()
                .mustMatchIncome(
                        line.covers(income),
                        command.ground() != null && !command.ground().isBlank());
        apply(new HouseholdDetermined(
                id.household(),
                village,
                current.cycle(),
                current.clue(),
                new Decision(
                        command.decisionNo(),
                        command.finding(),
                        new LineUsed(line.version(), line.amountFen()),
                        income,
                        command.ground(),
                        actor.id(),
                        comparison),
                current.visit().seen(),
                current.lateByDays(command.on()),
                command.on()));
    }

    @CommandHandler
    void handle(Reject command, Limits limits, WorkingDays workingDays) {
        current.mustBeUndecided(command.on());
        current.objections().mustBeSettled();
        var days = limits.on(command.on()).refusalNoticeWorkDays();
        apply(new IdentificationRejected(
                id.household(),
                village,
                current.cycle(),
                current.clue(),
                command.reason(),
                command.explanation(),
                workingDays.plusWorkingDays(command.on(), days),
                command.on()));
    }

    @CommandHandler
    void handle(Announce command, Register register) {
        current.mustBe(Stage.DETERMINED, command.on());
        PublicText.mustBeFit(command.place(), register.hidden(id.household()));
        apply(new ResultAnnounced(id.household(), village, current.cycle(), command.place(), command.on()));
    }

    private static void mustBeOpen(Optional<Clues.Entry> clue, String village, LocalDate on) {
        var found = clue.filter(entry -> entry.village().equals(village))
                .orElseThrow(() -> new RuleBroken("identification.unknown-clue", "no such clue in the village"));
        if (found.closed()) {
            throw new RuleBroken("identification.clue-closed", "the clue has its outcome");
        }
        if (on.isBefore(found.registeredOn())) {
            throw new RuleBroken("identification.date-before", "the clue is younger than the case");
        }
    }

    @EventSourcingHandler
    void on(IdentificationEvent event) {
        if (event instanceof IdentificationOpened opened) {
            id = new IdentificationId(opened.household());
            village = opened.division();
            current = new Procedure(opened);
        } else {
            current.on(event);
        }
    }
}
