package cn.shouwang.bench.sealing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.bench.sealing.NoteCommand.TakeOpen;
import cn.shouwang.bench.sealing.NoteCommand.TakeSealed;
import cn.shouwang.bench.sealing.NoteEvent.PlainNoteTaken;
import cn.shouwang.bench.sealing.NoteEvent.SealedNoteTaken;
import cn.shouwang.platform.security.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/// Asks the gate and seals, as every aggregate of the suite does.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, for Axon
class SealedNote {

    static final String VILLAGE = "440233101203";

    @AggregateIdentifier
    private String id;

    SealedNote() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeSealed command, Actor actor) {
        actor.mustReach(VILLAGE);
        apply(new SealedNoteTaken(
                command.note(), VILLAGE, command.person(), "示例禾", "999999197001010017", "16000000001", command.text()));
    }

    @CommandHandler
    void handle(TakeOpen command, Actor actor) {
        actor.mustReach(VILLAGE);
        apply(new PlainNoteTaken(
                command.note(), VILLAGE, command.person(), "示例禾", "999999197001010017", "16000000001", command.text()));
    }

    @EventSourcingHandler
    void on(SealedNoteTaken taken) {
        id = taken.note();
    }
}
