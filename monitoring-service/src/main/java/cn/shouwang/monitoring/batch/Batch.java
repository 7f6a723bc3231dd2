package cn.shouwang.monitoring.batch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.batch.BatchCommand.AnnounceBatch;
import cn.shouwang.monitoring.batch.BatchCommand.ApproveBatch;
import cn.shouwang.monitoring.batch.BatchCommand.DiscardBatch;
import cn.shouwang.monitoring.batch.BatchCommand.ReceiveDataset;
import cn.shouwang.monitoring.batch.BatchCommand.RecordComparison;
import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.batch.BatchEvent.BatchDiscarded;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;
import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether a department's file is compared with the register.
///
/// Whoever announced it or sent it does not approve it. It rests on a legal basis or on the households'
/// signatures, or it is not begun (rule M5).
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Batch {

    @AggregateIdentifier
    private BatchId id;

    private String division;
    private Dataset dataset;
    private BatchState state;
    private LocalDate lastOn;
    private @Nullable String announcedBy;
    private @Nullable String sentBy;
    private int accepted;

    Batch() {} // for Axon, before it replays the stream

    @CommandHandler
    Batch(AnnounceBatch command, Actor actor, Clock clock, ComparisonSettings settings) {
        mustNotBeAhead(command.on(), clock);
        if (command.period().until().isAfter(command.on())) {
            throw new RuleBroken("batch.period-ahead", "the data are about days that have not been");
        }
        var ground = settings.ground(command.ground(), command.on())
                .orElseThrow(() -> new RuleBroken("batch.basis-unknown", "no such legal basis on that day"));
        apply(new BatchAnnounced(
                command.batch(),
                actor.division(),
                command.dataset(),
                command.period(),
                new Basis(ground.id(), ground.text(), ground.push(), command.reference()),
                command.on()));
    }

    /// A department sees and touches what its own account announced.
    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        actor.mustReach(division);
        if (actor.role() == Role.DEPARTMENT_OFFICER && !actor.id().equals(announcedBy)) {
            actor.mustReach(null);
        }
        if (message.getPayload() instanceof BatchCommand command) {
            mustNotBeAhead(command.on(), clock);
            if (command.on().isBefore(lastOn)) {
                throw new RuleBroken("batch.date-before", "%s is before the last step".formatted(command.on()));
            }
        }
    }

    @CommandHandler
    void handle(ReceiveDataset command) {
        if (state != BatchState.ANNOUNCED) {
            throw new RuleBroken("batch.file-there", "%s has its file".formatted(id));
        }
        apply(new DatasetReceived(id, division, dataset, command.staged(), command.on()));
    }

    @CommandHandler
    void handle(ApproveBatch command, Actor actor) {
        mustBeStaged();
        if (actor.id().equals(sentBy) || actor.id().equals(announcedBy)) {
            throw new RuleBroken("batch.approved-by-sender", "who sends a file does not approve it");
        }
        if (accepted == 0) {
            throw new RuleBroken("batch.nothing-accepted", "no row of the file was accepted");
        }
        apply(new BatchApproved(id, division, dataset, command.on()));
    }

    @CommandHandler
    void handle(DiscardBatch command) {
        if (state != BatchState.ANNOUNCED) {
            mustBeStaged();
        }
        apply(new BatchDiscarded(id, division, command.reason(), command.on()));
    }

    @CommandHandler
    void handle(RecordComparison command) {
        if (state != BatchState.APPROVED) {
            throw new RuleBroken("batch.not-approved", "%s is not approved".formatted(id));
        }
        apply(new BatchCompared(
                id,
                division,
                dataset,
                command.edition(),
                command.matched(),
                command.hits(),
                command.left(),
                command.on()));
    }

    @EventSourcingHandler
    void on(BatchEvent event, @MetaDataValue(Meta.ACTOR) @Nullable String actor) {
        state = BatchState.after(event);
        lastOn = event.on();
        switch (event) {
            case BatchAnnounced announced -> {
                id = announced.batch();
                division = announced.division();
                dataset = announced.dataset();
                announcedBy = actor;
            }
            case DatasetReceived received -> {
                sentBy = actor;
                accepted = received.staged().accepted();
            }
            case BatchApproved _, BatchDiscarded _, BatchCompared _ -> {}
        }
    }

    private void mustBeStaged() {
        switch (state) {
            case STAGED -> {}
            case ANNOUNCED -> throw new RuleBroken("batch.file-missing", "%s has no file yet".formatted(id));
            case APPROVED, COMPARED -> throw new RuleBroken("batch.already-approved", "%s is approved".formatted(id));
            case DISCARDED -> throw new RuleBroken("batch.discarded", "%s is discarded".formatted(id));
        }
    }

    private static void mustNotBeAhead(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("batch.date-ahead", "%s has not happened yet".formatted(on));
        }
    }
}
