package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.verify.SealedLog;
import cn.shouwang.evidence.verify.StoredNote;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The log of one service with what is sealed of it, wherever it lies.
public interface Source extends SealedLog {

    String service();

    /// Public keys that lie beside the log. Whoever can change the one can change the other.
    List<NoteKey> keys();

    /// The origin named by what is stored, if anything is.
    default Optional<String> origin() {
        try (var notes = checkpoints()) {
            while (notes.hasNext()) {
                var head = head(notes.next());
                if (head.isPresent()) {
                    return head.map(Checkpoint::origin);
                }
            }
        }
        return keys().stream().map(NoteKey::name).findFirst();
    }

    /// The last stored checkpoint.
    default Optional<StoredNote> last() {
        Optional<StoredNote> last = Optional.empty();
        try (var notes = checkpoints()) {
            while (notes.hasNext()) {
                last = Optional.of(notes.next());
            }
        }
        return last;
    }

    static Optional<Checkpoint> head(StoredNote note) {
        try {
            return Optional.of(Checkpoint.parse(SignedNote.parse(note.note()).text()));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /// Every event that can be read, in order.
    default void events(Consumer<LoggedEvent> consumer) {
        try (var entries = entries(Hashing.SHA256)) {
            while (entries.hasNext()) {
                var event = entries.next().event();
                if (event != null) {
                    consumer.accept(event);
                }
            }
        }
    }

    /// The tiles for building proofs; a missing one is [Tiles.Missing].
    default Tiles tiles() {
        return (level, index, width) -> tile(level, index)
                .filter(hashes -> hashes.length >= width * Hash.BYTES)
                .orElseThrow(() -> new Tiles.Missing(level, index));
    }
}
