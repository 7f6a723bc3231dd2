package cn.shouwang.bench.sealing;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import org.axonframework.serialization.Revision;

/// The same fact twice: about a person, sealed, and in the clear.
sealed interface NoteEvent extends Placed {

    @Stored("note.sealed")
    @Revision("1")
    record SealedNoteTaken(
            String note,
            String division,
            String person,
            @Whose("person") @Personal String name,
            @Whose("person") @Personal String document,
            @Whose("person") @Personal String phone,
            @Whose("person") @Personal String address)
            implements NoteEvent {}

    @Stored("note.plain")
    @Revision("1")
    record PlainNoteTaken(
            String note, String division, String person, String name, String document, String phone, String address)
            implements NoteEvent {}
}
