package cn.shouwang.monitoring.helper;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.helper.HelperCommand.AddVisitPhoto;
import cn.shouwang.monitoring.helper.HelperCommand.AssignHelper;
import cn.shouwang.monitoring.helper.HelperCommand.CorrectVisit;
import cn.shouwang.monitoring.helper.HelperCommand.EndHelper;
import cn.shouwang.monitoring.helper.HelperCommand.RecordVisit;
import cn.shouwang.monitoring.helper.HelperCommand.ReplaceHelper;
import cn.shouwang.monitoring.helper.HelperEvent.HelperAssigned;
import cn.shouwang.monitoring.helper.HelperEvent.HelperEnded;
import cn.shouwang.monitoring.helper.HelperEvent.HelperReplaced;
import cn.shouwang.monitoring.helper.HelperEvent.VisitCorrected;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotoAdded;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept;
import cn.shouwang.monitoring.helper.HelperEvent.VisitRecorded;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
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

/// Decides who helps a household and takes in the visits, whenever they arrive.
///
/// A visit needs no helper: whoever goes may record it. Command handlers decide and the event
/// handler only remembers, so replaying a stream can neither fail nor have an effect.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Helper {

    @AggregateIdentifier
    private HelperId id;

    private String village;
    private int term;
    private @Nullable String account;
    private @Nullable LocalDate changedOn;
    /// Every visit that is not corrected.
    private final Map<VisitId, Album> visits = new HashMap<>();

    private final Map<VisitId, Album> corrected = new HashMap<>();

    Helper() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (village != null) {
            actor.mustReach(village);
        }
        if (message.getPayload() instanceof HelperCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("helper.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            AssignHelper command,
            Register register,
            Identifications identifications,
            HelperTerms terms,
            Caseload caseload,
            Actor actor) {
        var household = register.of(command.household());
        actor.mustReach(household.village());
        if (account != null) {
            throw new RuleBroken("helper.one-at-a-time", "the household has a helper");
        }
        mustNotBeBefore(command.on());
        mustHaveRoom(command.account(), terms.on(command.on()).maxHouseholds(), caseload);
        apply(new HelperAssigned(
                command.household(),
                household.village(),
                term + 1,
                command.account(),
                command.contact(),
                command.office(),
                next(command.on(), household, identifications, terms),
                command.on()));
    }

    @CommandHandler
    void handle(
            ReplaceHelper command,
            Register register,
            Identifications identifications,
            HelperTerms terms,
            Caseload caseload) {
        var former = helper();
        if (former.equals(command.account())) {
            throw new RuleBroken("helper.same-helper", "the same account helps already");
        }
        mustNotBeBefore(command.on());
        mustHaveRoom(command.account(), terms.on(command.on()).maxHouseholds(), caseload);
        apply(new HelperReplaced(
                id.household(),
                village,
                term + 1,
                former,
                command.account(),
                command.contact(),
                command.office(),
                next(command.on(), register.of(id.household()), identifications, terms),
                command.on()));
    }

    @CommandHandler
    void handle(EndHelper command) {
        var former = helper();
        mustNotBeBefore(command.on());
        apply(new HelperEnded(id.household(), village, term, former, command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            RecordVisit command,
            Register register,
            Identifications identifications,
            HelperTerms terms,
            Actor actor,
            Clock clock) {
        var household = register.of(command.household());
        actor.mustReach(household.village());
        mustBeOfThatDay(command.at(), command.on(), clock);
        mustBeNew(command.visit());
        command.call().mustBeCredible(household.everMember(), command.on());
        var latest = latest(null, command.on());
        apply(new VisitRecorded(
                command.household(),
                household.village(),
                command.visit(),
                command.call(),
                latest,
                next(latest, household, identifications, terms),
                actor.id(),
                command.at(),
                command.on()));
    }

    @CommandHandler
    void handle(
            CorrectVisit command,
            Register register,
            Identifications identifications,
            HelperTerms terms,
            Actor actor,
            Clock clock) {
        mustBeOfThatDay(command.at(), command.on(), clock);
        if (corrected.containsKey(command.corrects())) {
            throw new RuleBroken("helper.visit-corrected", "correct the visit that took its place");
        }
        var album = album(command.corrects());
        mustBeNew(command.visit());
        var household = register.of(id.household());
        command.call().mustBeCredible(household.everMember(), command.on());
        var latest = latest(command.corrects(), command.on());
        apply(new VisitCorrected(
                id.household(),
                village,
                command.visit(),
                command.corrects(),
                command.call(),
                latest,
                next(latest, household, identifications, terms),
                actor.id(),
                command.at(),
                command.on()));
        var kept = album.keptBy(command.call().photos());
        if (!kept.isEmpty()) {
            apply(new VisitPhotosKept(
                    id.household(), village, command.visit(), command.corrects(), kept, command.on()));
        }
    }

    @CommandHandler
    void handle(AddVisitPhoto command) {
        if (corrected.containsKey(command.visit())) {
            throw new RuleBroken("helper.photo-of-corrected", "another visit took the place of this one");
        }
        var album = album(command.visit());
        var shot = Shot.of(command.digest(), command.photo());
        album.mustTake(shot.digest(), shot.likeness());
        apply(new VisitPhotoAdded(id.household(), village, command.visit(), shot, album.at(), album.on()));
    }

    private static @Nullable NextVisit next(
            LocalDate after, Register.Entry household, Identifications identifications, HelperTerms terms) {
        return VisitKind.of(household.baseType(), identifications.current(household.household()))
                .map(kind -> terms.on(after).after(after, kind))
                .orElse(null);
    }

    private LocalDate latest(@Nullable VisitId without, LocalDate on) {
        return visits.entrySet().stream()
                .filter(visit -> !visit.getKey().equals(without))
                .map(visit -> visit.getValue().on())
                .filter(day -> day.isAfter(on))
                .max(LocalDate::compareTo)
                .orElse(on);
    }

    private Album album(VisitId visit) {
        var album = visits.get(visit);
        if (album == null) {
            throw new RuleBroken("helper.unknown-visit", "there is no visit %s".formatted(visit));
        }
        return album;
    }

    private String helper() {
        if (account == null) {
            throw new RuleBroken("helper.none", "the household has no helper");
        }
        return account;
    }

    private void mustBeNew(VisitId visit) {
        if (visits.containsKey(visit) || corrected.containsKey(visit)) {
            throw new RuleBroken("helper.visit-known", "visit %s is recorded already".formatted(visit));
        }
    }

    private void mustNotBeBefore(LocalDate on) {
        if (changedOn != null && on.isBefore(changedOn)) {
            throw new RuleBroken("helper.date-before", "%s is before the last change".formatted(on));
        }
    }

    private static void mustHaveRoom(String account, int most, Caseload caseload) {
        if (caseload.households(account, most) >= most) {
            throw new RuleBroken("helper.too-many-households", "a helper has at most %d households".formatted(most));
        }
    }

    private static void mustBeOfThatDay(Instant at, LocalDate on, Clock clock) {
        if (at.isAfter(clock.instant())) {
            throw new RuleBroken("helper.date-ahead", "%s has not happened yet".formatted(at));
        }
        if (!LocalDate.ofInstant(at, clock.getZone()).equals(on)) {
            throw new RuleBroken("helper.at-another-day", "%s is not a moment of %s".formatted(at, on));
        }
    }

    @EventSourcingHandler
    void on(HelperEvent event) {
        id = new HelperId(event.household());
        village = event.division();
        switch (event) {
            case HelperAssigned assigned -> helps(assigned.term(), assigned.account(), assigned.on());
            case HelperReplaced replaced -> helps(replaced.term(), replaced.account(), replaced.on());
            case HelperEnded ended -> helps(ended.term(), null, ended.on());
            case VisitRecorded visit ->
                visits.put(
                        visit.visit(),
                        Album.empty(visit.at(), visit.on(), visit.call().photos()));
            case VisitCorrected visit -> {
                corrected.put(visit.corrects(), requireNonNull(visits.remove(visit.corrects())));
                visits.put(
                        visit.visit(),
                        Album.empty(visit.at(), visit.on(), visit.call().photos()));
            }
            case VisitPhotoAdded added ->
                visits.computeIfPresent(added.visit(), (_, album) -> album.with(added.shot()));
            case VisitPhotosKept kept ->
                visits.computeIfPresent(
                        kept.visit(),
                        (_, album) -> album.keeping(kept.photos(), requireNonNull(corrected.get(kept.corrects()))));
        }
    }

    private void helps(int number, @Nullable String by, LocalDate on) {
        term = number;
        account = by;
        changedOn = on;
    }
}
