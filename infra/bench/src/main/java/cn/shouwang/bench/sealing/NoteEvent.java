package cn.shouwang.bench.sealing;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import org.axonframework.serialization.Revision;

/// The same fact twice: about a person, and as if about nobody.
sealed interface NoteEvent extends Placed {

    @Stored("note.sealed")
    @Revision("1")
    record SealedNoteTaken(
            String note,
            String division,
            @Personal String name,
            @Personal String document,
            @Personal String phone,
            @Personal String address)
            implements NoteEvent {}

    @Stored("note.plain")
    @Revision("1")
    record PlainNoteTaken(String note, String division, String name, String document, String phone, String address)
            implements NoteEvent {}
}
