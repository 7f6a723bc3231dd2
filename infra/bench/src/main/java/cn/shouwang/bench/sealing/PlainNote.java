package cn.shouwang.bench.sealing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.bench.sealing.NoteCommand.TakePlain;
import cn.shouwang.bench.sealing.NoteEvent.PlainNoteTaken;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/// The same without: nobody is asked, nothing is sealed.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the first event fills the field, for Axon
class PlainNote {

    @AggregateIdentifier
    private String id;

    PlainNote() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakePlain command) {
        apply(new PlainNoteTaken(
                command.note(),
                SealedNote.VILLAGE,
                command.person(),
                "示例禾",
                "999999197001010017",
                "16000000001",
                command.text()));
    }

    @EventSourcingHandler
    void on(PlainNoteTaken taken) {
        id = taken.note();
    }
}
