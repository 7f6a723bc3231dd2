package cn.shouwang.platform.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.SignedNote;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collection `checkpoints`: `{_id: size, note, at}`. A text, once stored, stays; signatures of others are
/// added to it.
final class Checkpoints {

    /// A checkpoint as stored. `at` is when it was signed.
    record Stored(SignedNote note, Checkpoint head, Instant at) {

        long size() {
            return head.size();
        }

        private static Stored of(Document row) {
            if (row.get("_id") instanceof Long size
                    && row.get("note") instanceof String text
                    && row.get("at") instanceof Date at) {
                try {
                    var note = SignedNote.parse(text);
                    var head = Checkpoint.parse(note.text());
                    if (head.size() == size && size > 0) {
                        return new Stored(note, head, at.toInstant());
                    }
                } catch (Malformed _) {
                    // told below
                }
                throw new Damaged(Damage.CHECKPOINT_FORGED, size);
            }
            throw new Damaged(Damage.CHECKPOINT_FORGED, 0);
        }
    }

    private final MongoCollection<Document> checkpoints;

    Checkpoints(MongoDatabase database) {
        this.checkpoints = database.getCollection("checkpoints")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    boolean isEmpty() {
        return checkpoints.find().limit(1).first() == null;
    }

    /// The largest.
    Optional<Stored> last() {
        return Optional.ofNullable(
                        checkpoints.find().sort(descending("_id")).limit(1).first())
                .map(Stored::of);
    }

    Optional<Stored> of(long size) {
        return Optional.ofNullable(checkpoints.find(eq("_id", size)).first()).map(Stored::of);
    }

    /// The first that covers the event at `position`.
    Optional<Stored> firstOver(long position) {
        return Optional.ofNullable(checkpoints
                        .find(gt("_id", position))
                        .sort(ascending("_id"))
                        .limit(1)
                        .first())
                .map(Stored::of);
    }

    long count() {
        return checkpoints.countDocuments();
    }

    /// The largest first.
    List<Stored> page(int skip, int most) {
        return checkpoints
                .find()
                .sort(descending("_id"))
                .skip(skip)
                .limit(most)
                .map(Stored::of)
                .into(new ArrayList<>());
    }

    /// Stores it, and returns what is stored then: another process may have been first with the same text.
    Stored store(SignedNote note, Checkpoint head, Instant at) {
        try {
            checkpoints.insertOne(new Document("_id", head.size())
                    .append("note", note.toString())
                    .append("at", Date.from(at)));
            return new Stored(note, head, at);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return of(head.size())
                    .filter(there -> there.note().text().equals(note.text()))
                    .orElseThrow(() -> new Damaged(Damage.FORK, head.size() - 1));
        }
    }

    /// Adds signatures to what is stored, beside those that others add at the same time.
    Stored add(long size, List<SignedNote.Line> lines) {
        while (true) {
            var there = of(size).orElseThrow();
            var note = there.note();
            for (var line : lines) {
                note = note.with(line);
            }
            var same = and(eq("_id", size), eq("note", there.note().toString()));
            if (checkpoints.updateOne(same, set("note", note.toString())).getMatchedCount() == 1) {
                return new Stored(note, there.head(), there.at());
            }
        }
    }
}
