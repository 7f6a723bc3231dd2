package cn.shouwang.monitoring.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportCommand.AcceptReport;
import cn.shouwang.monitoring.report.ReportCommand.AddPhoto;
import cn.shouwang.monitoring.report.ReportCommand.Filing;
import cn.shouwang.monitoring.report.ReportCommand.RecordPhoneReport;
import cn.shouwang.monitoring.report.ReportCommand.RecordWindowReport;
import cn.shouwang.monitoring.report.ReportCommand.RefuseReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitDelegatedReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitReport;
import cn.shouwang.monitoring.report.ReportCommand.TellRefusal;
import cn.shouwang.monitoring.report.ReportCommand.TellResult;
import cn.shouwang.monitoring.report.ReportCommand.WithdrawReport;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether a report is followed.
///
/// Submitted, then accepted, refused or taken back, once. After acceptance the village owes the
/// household an answer, so the report can no longer be taken back here. Taking it back needs the
/// tracking number and the end of the applicant's phone number; wrong endings are counted and lock.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Report {

    /// Four digits have 10,000 forms; five tries an hour find one in weeks, a report is decided in days.
    static final int TRIES = 5;

    static final Duration LOCKED = Duration.ofHours(1);
    static final int MOST_PHOTOS = 6;

    @AggregateIdentifier
    private ReportId id;

    private String division;
    private Way way;
    private Applicant applicant;
    private Risks reasons;
    private LocalDate arrivedOn;
    private ReportState state;
    private boolean refusalTold;
    private int wrongEndings;
    private @Nullable Instant lockedUntil;
    private final Set<PhotoId> photos = new HashSet<>();

    Report() {} // for Axon, before it replays the stream

    @CommandHandler
    Report(SubmitReport command, Actor actor, Clock clock, Divisions divisions, ReportTerms terms) {
        var filing = command.filing();
        requireFilable(filing, actor, clock, divisions);
        apply(new SelfReportSubmitted(
                command.report(),
                filing.village(),
                filing.applicant(),
                filing.need(),
                terms.acceptBy(filing.on()),
                filing.on()));
        markCrowded(command.crowded(), command.report(), filing);
    }

    @CommandHandler
    Report(SubmitDelegatedReport command, Actor actor, Clock clock, Divisions divisions, ReportTerms terms) {
        var filing = command.filing();
        requireFilable(filing, actor, clock, divisions);
        if (!command.delegate().explained()) {
            throw new RuleBroken("report.delegate-unexplained", "a delegate has a relation or an official role");
        }
        apply(new DelegatedReportSubmitted(
                command.report(),
                filing.village(),
                filing.applicant(),
                filing.need(),
                command.delegate(),
                terms.acceptBy(filing.on()),
                filing.on()));
        markCrowded(command.crowded(), command.report(), filing);
    }

    @CommandHandler
    Report(RecordPhoneReport command, Actor actor, Clock clock, Divisions divisions, ReportTerms terms) {
        var filing = command.filing();
        requireFilable(filing, actor, clock, divisions);
        apply(new PhoneReportRecorded(
                command.report(),
                filing.village(),
                filing.applicant(),
                filing.need(),
                command.caller(),
                terms.acceptBy(filing.on()),
                filing.on()));
    }

    @CommandHandler
    Report(RecordWindowReport command, Actor actor, Clock clock, Divisions divisions, ReportTerms terms) {
        var filing = command.filing();
        requireFilable(filing, actor, clock, divisions);
        apply(new WindowReportRecorded(
                command.report(),
                filing.village(),
                filing.applicant(),
                filing.need(),
                actor.id(),
                actor.role(),
                terms.acceptBy(filing.on()),
                filing.on()));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        actor.mustReach(division);
    }

    @CommandHandler
    void handle(AcceptReport command, Clock clock) {
        requireDay(command.on(), clock);
        requireUndecided();
        apply(new ReportAccepted(id, division, way, applicant, reasons, command.on()));
    }

    @CommandHandler
    void handle(RefuseReport command, Clock clock, ReportTerms terms) {
        requireDay(command.on(), clock);
        requireUndecided();
        if (command.reason() == RefusalReason.OTHER && command.text().isBlank()) {
            throw new RuleBroken("report.refusal-needs-text", "another reason is told in words");
        }
        apply(new ReportRefused(
                id, division, command.reason(), command.text(), terms.tellBy(command.on()), command.on()));
    }

    @CommandHandler
    void handle(TellRefusal command, Clock clock) {
        requireDay(command.on(), clock);
        if (state != ReportState.REFUSED) {
            throw new RuleBroken("report.not-refused", "report %s was not refused".formatted(id));
        }
        if (refusalTold) {
            throw new RuleBroken("report.refusal-already-told", "the household was told before");
        }
        apply(new RefusalTold(id, division, command.on()));
    }

    @CommandHandler
    void handle(WithdrawReport command, Clock clock) {
        requireDay(command.on(), clock);
        requireUndecided();
        var now = clock.instant();
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            throw new RuleBroken("report.withdrawal-locked", "too many wrong phone endings");
        }
        apply(
                applicant.phone().endsWith(command.phoneEnding())
                        ? new ReportWithdrawn(id, division, command.on())
                        : new WithdrawalUnproven(
                                id, division, wrongEndings + 1 < TRIES ? null : now.plus(LOCKED), command.on()));
    }

    @CommandHandler
    void handle(AddPhoto command, Actor actor, Clock clock) {
        requireDay(command.on(), clock);
        if (actor.role() == Role.PUBLIC) {
            requireUndecided();
        } else {
            requireUnfinished();
        }
        var photo = command.photo();
        if (photos.contains(photo.photo())) {
            throw new RuleBroken("report.photo-twice", "the report has this photo");
        }
        if (photos.size() >= MOST_PHOTOS) {
            throw new RuleBroken("report.photos-enough", "a report has at most %d photos".formatted(MOST_PHOTOS));
        }
        apply(new PhotoAdded(
                id,
                division,
                photo.photo(),
                photo.kept().bytes(),
                photo.kept().sha256(),
                photo.width(),
                photo.height(),
                photo.likeness(),
                photo.position(),
                photo.takenAt(),
                command.on()));
    }

    @CommandHandler
    void handle(TellResult command) {
        if (state != ReportState.ACCEPTED) {
            throw new RuleBroken("report.not-accepted", "report %s waits for no result".formatted(id));
        }
        apply(new ResultTold(id, division, command.outcome(), command.on()));
    }

    @EventSourcingHandler
    void on(ReportEvent event) {
        state = ReportState.after(event).orElse(state);
        switch (event) {
            case Arrival arrival -> remember(arrival);
            case RefusalTold _ -> refusalTold = true;
            case WithdrawalUnproven unproven -> {
                lockedUntil = unproven.lockedUntil();
                wrongEndings = lockedUntil == null ? wrongEndings + 1 : 0;
            }
            case PhotoAdded added -> photos.add(added.photo());
            case MarkedAsCrowded _, ReportAccepted _, ReportRefused _, ReportWithdrawn _, ResultTold _ -> {}
        }
    }

    private void remember(Arrival arrival) {
        id = arrival.report();
        division = arrival.division();
        way = Way.of(arrival);
        applicant = arrival.applicant();
        reasons = arrival.need().reasons();
        arrivedOn = arrival.on();
    }

    private static void requireFilable(Filing filing, Actor actor, Clock clock, Divisions divisions) {
        divisions.requireVillage(filing.village());
        actor.mustReach(filing.village());
        requireNotAhead(filing.on(), clock);
        if (filing.need().reasons().types().contains(RiskType.OTHER)
                && filing.need().text().isBlank()) {
            throw new RuleBroken("report.other-needs-text", "another difficulty is told in words");
        }
    }

    private void requireDay(LocalDate on, Clock clock) {
        requireNotAhead(on, clock);
        if (on.isBefore(arrivedOn)) {
            throw new RuleBroken("report.date-before-arrival", "the report came in later than " + on);
        }
    }

    private static void requireNotAhead(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("report.date-ahead", "%s has not happened yet".formatted(on));
        }
    }

    private static void markCrowded(boolean crowded, ReportId report, Filing filing) {
        if (crowded) {
            apply(new MarkedAsCrowded(report, filing.village(), filing.on()));
        }
    }

    private void requireUnfinished() {
        switch (state) {
            case SUBMITTED, ACCEPTED -> {}
            case REFUSED, WITHDRAWN, RESULT_TOLD ->
                throw new RuleBroken("report.finished", "report %s is not worked on any more".formatted(id));
        }
    }

    private void requireUndecided() {
        switch (state) {
            case SUBMITTED -> {}
            case ACCEPTED, RESULT_TOLD ->
                throw new RuleBroken("report.already-accepted", "report %s is accepted".formatted(id));
            case REFUSED -> throw new RuleBroken("report.already-refused", "report %s is refused".formatted(id));
            case WITHDRAWN -> throw new RuleBroken("report.already-withdrawn", "report %s is taken back".formatted(id));
        }
    }
}
