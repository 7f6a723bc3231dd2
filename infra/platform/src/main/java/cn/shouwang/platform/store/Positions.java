package cn.shouwang.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// How far each reader is: collection `readers`, `{_id: name, position, owner, until, since?, rate?,
/// ratedAt?, failing?, error?: {kind, code, at}}`. What stands there beside position and claim is what a
/// [Standing] tells; it is written with the position, by the process that knows.
///
/// A reader works in one process at a time: `owner` has claimed it until `until`. The claim of a
/// process that died runs out, or is taken back at once by its successor of the same name. Should two
/// overlap for a moment, nothing breaks: what readers write is guarded by position.
public final class Positions {

    static final Duration CLAIM = Duration.ofSeconds(10);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> readers;
    private final String owner;
    private final Clock clock;

    /// `owner` is the same after a restart of this process and differs between processes.
    public Positions(MongoDatabase database, String owner, Clock clock) {
        this.readers = database.getCollection("readers");
        this.owner = owner;
        this.clock = clock;
    }

    /// The name of this process: the same after a restart, another one for every other process.
    public String owner() {
        return owner;
    }

    /// The last position a reader has done, -1 before the first.
    public long of(String reader) {
        var row = readers.find(eq("_id", reader)).first();
        return row == null ? -1 : row.getLong("position");
    }

    /// Claims a reader; its last position when it is ours now, nothing when another process has it.
    Optional<Long> claim(String reader) {
        var free = or(eq("owner", owner), lt("until", Date.from(clock.instant())));
        try {
            var row = readers.findOneAndUpdate(
                    and(eq("_id", reader), free),
                    combine(set("owner", owner), set("until", until()), setOnInsert("position", -1L)),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return Optional.ofNullable(row).map(found -> found.getLong("position"));
        } catch (MongoCommandException | MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return Optional.empty(); // it exists and is another's
            }
            throw e;
        }
    }

    /// Remembers a position and what else is known of the reader, and renews the claim; false when the
    /// claim was lost.
    boolean save(String reader, long position, Bson facts) {
        return readers.updateOne(
                                and(eq("_id", reader), eq("owner", owner)),
                                combine(set("position", position), set("until", until()), facts))
                        .getMatchedCount()
                == 1;
    }

    /// Writes what is known of a reader beside its position, as far as it is ours.
    void tell(String reader, Bson facts) {
        readers.updateOne(and(eq("_id", reader), eq("owner", owner)), facts);
    }

    /// How every reader stands that ever claimed anything.
    List<Standing> standings() {
        return readers.find().map(Positions::standing).into(new ArrayList<>());
    }

    /// Forgets a reader that is ours.
    void forget(String reader) {
        readers.deleteOne(and(eq("_id", reader), eq("owner", owner)));
    }

    private static Standing standing(Document row) {
        return new Standing(
                row.getString("_id"),
                row.getLong("position"),
                row.getString("owner"),
                instant(row, "until"),
                instant(row, "since"),
                row.get("rate", 0.0),
                instant(row, "ratedAt"),
                row.getBoolean("failing", false),
                trouble(row.get("error", Document.class)));
    }

    private static @Nullable Trouble trouble(@Nullable Document error) {
        return error == null
                ? null
                : new Trouble(
                        Trouble.Kind.valueOf(error.getString("kind")),
                        error.getString("code"),
                        error.getDate("at").toInstant());
    }

    private static @Nullable Instant instant(Document row, String field) {
        var date = row.getDate(field);
        return date == null ? null : date.toInstant();
    }

    /// Gives the claim up, so that another process may go on at once.
    void release(String reader) {
        readers.updateOne(
                and(eq("_id", reader), eq("owner", owner)),
                set("until", Date.from(clock.instant().minusMillis(1))));
    }

    private Date until() {
        return Date.from(clock.instant().plus(CLAIM));
    }
}
