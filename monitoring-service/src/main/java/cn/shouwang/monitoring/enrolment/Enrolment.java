package cn.shouwang.monitoring.enrolment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ApproveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.DiscardRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ReceiveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.RecordPiece;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether a file of the register is registered, and remembers how far that is.
///
/// Whoever sent it does not approve it, and what is approved is named by its digest. Pieces are recorded in
/// their order, each once.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Enrolment {

    @AggregateIdentifier
    private EnrolmentId id;

    private @Nullable String division;
    private EnrolmentState state;
    private LocalDate lastOn;
    private @Nullable String sentBy;
    private String digest;
    private int round;
    private int pieces;
    private int staged;
    private int done;
    private int households;
    private int persons;
    private int left;

    Enrolment() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (message.getPayload() instanceof EnrolmentCommand command) {
            if (command.on().isAfter(LocalDate.now(clock))) {
                throw new RuleBroken("enrolment.date-ahead", "%s has not happened yet".formatted(command.on()));
            }
            if (division == null && command instanceof ReceiveRoll) {
                return; // the first of this file
            }
            actor.mustReach(division);
            if (command.on().isBefore(lastOn)) {
                throw new RuleBroken("enrolment.date-before", "%s is before the last step".formatted(command.on()));
            }
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveRoll command, Actor actor) {
        if (division != null && state != EnrolmentState.DISCARDED) {
            throw new RuleBroken("enrolment.file-there", "this file was received before");
        }
        if (command.round() != round + 1) {
            throw new RuleBroken("enrolment.file-there", "this file was received meanwhile");
        }
        apply(new RollReceived(
                command.enrolment(),
                division == null ? actor.division() : division,
                command.round(),
                command.staged(),
                command.households(),
                command.refused(),
                command.digest(),
                command.on()));
    }

    @CommandHandler
    void handle(ApproveRoll command, Actor actor) {
        mustBeStaged();
        if (actor.id().equals(sentBy)) {
            throw new RuleBroken("enrolment.approved-by-sender", "who sends a file does not approve it");
        }
        if (staged == 0) {
            throw new RuleBroken("enrolment.nothing-accepted", "no household of the file was accepted");
        }
        if (!command.digest().equals(digest)) {
            throw new RuleBroken("enrolment.digest-differs", "what is staged is not what was looked at");
        }
        apply(new RollApproved(id, place(), digest, command.on()));
    }

    @CommandHandler
    void handle(DiscardRoll command) {
        mustBeStaged();
        apply(new RollDiscarded(id, place(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(RecordPiece command) {
        if (state != EnrolmentState.REGISTERING) {
            throw new RuleBroken("enrolment.not-approved", "%s is not being registered".formatted(id));
        }
        if (command.piece() != done) {
            throw new RuleBroken("enrolment.piece-recorded", "piece %d is not the next".formatted(command.piece()));
        }
        apply(new PieceRegistered(
                id, place(), command.piece(), command.households(), command.persons(), command.left(), command.on()));
        if (done == pieces) {
            apply(new EnrolmentCompleted(id, place(), households, persons, left, command.on()));
        }
    }

    @EventSourcingHandler
    void on(EnrolmentEvent event, @MetaDataValue(Meta.ACTOR) @Nullable String actor) {
        state = EnrolmentState.after(event);
        lastOn = event.on();
        switch (event) {
            case RollReceived received -> {
                id = received.enrolment();
                division = received.division();
                sentBy = actor;
                digest = received.digest();
                round = received.round();
                pieces = received.staged().facts().size();
                staged = received.households();
            }
            case PieceRegistered piece -> {
                done++;
                households += piece.households();
                persons += piece.persons();
                left += piece.left().size();
            }
            case RollApproved _, RollDiscarded _, EnrolmentCompleted _ -> {}
        }
    }

    private String place() {
        return Objects.requireNonNull(division);
    }

    private void mustBeStaged() {
        switch (state) {
            case STAGED -> {}
            case REGISTERING, COMPLETED ->
                throw new RuleBroken("enrolment.already-approved", "%s is approved".formatted(id));
            case DISCARDED -> throw new RuleBroken("enrolment.discarded", "%s is discarded".formatted(id));
        }
    }
}
