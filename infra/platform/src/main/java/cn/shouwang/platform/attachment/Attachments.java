package cn.shouwang.platform.attachment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.Tampered;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.types.Binary;

/// Sealed bytes in collection `attachments`: `{_id, kind, subject, sealed, sha256, at}`.
///
/// What stands under an id never changes. `sha256` is that of the sealed bytes, so that it can be
/// checked without opening them, and after the subject is forgotten.
public final class Attachments {

    private static final int PORTION = 500;

    /// What is stored under an id: how many bytes before sealing, and the hash after.
    public record Kept(int bytes, String sha256) {}

    private final MongoCollection<Document> stored;
    private final Seals seals;
    private final Clock clock;

    public Attachments(MongoDatabase database, Seals seals, Clock clock) {
        this.stored = database.getCollection("attachments")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.seals = seals;
        this.clock = clock;
    }

    /// Stores `bytes` about `subject`, durably; what is there already under that id stays and is told.
    /// [cn.shouwang.platform.sealing.Forgotten] when the subject was forgotten.
    public Kept keep(String kind, String id, String subject, byte[] bytes) {
        var sealed = seals.seal(subject, place(id), bytes);
        var row = new Document("_id", id)
                .append("kind", kind)
                .append("subject", subject)
                .append("bytes", bytes.length)
                .append("sealed", new Binary(sealed))
                .append("sha256", sha256(sealed))
                .append("at", Date.from(clock.instant()));
        try {
            stored.insertOne(row);
            return kept(row);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.ofNullable(stored.find(eq("_id", id))
                            .projection(include("bytes", "sha256"))
                            .first())
                    .map(Attachments::kept)
                    .orElseThrow(() -> e); // swept just now
        }
    }

    /// The bytes whose sealed form has that hash; empty when they are not there or the subject is
    /// forgotten, [Tampered] when they are not what the event says.
    public Optional<byte[]> open(String id, String sha256) {
        var row = stored.find(eq("_id", id)).first();
        if (row == null) {
            return Optional.empty();
        }
        var sealed = row.get("sealed", Binary.class).getData();
        if (!sha256(sealed).equals(sha256)) {
            throw new Tampered();
        }
        return seals.openBytes(row.getString("subject"), place(id), sealed);
    }

    /// Deletes all that is about a subject; how many there were. May be repeated.
    public long remove(String subject) {
        return stored.deleteMany(eq("subject", subject)).getDeletedCount();
    }

    /// Deletes what is older than `age` and not `known`; how many there were.
    public int sweep(String kind, Duration age, Predicate<String> known) {
        var before = Date.from(clock.instant().minus(age));
        var swept = 0;
        var after = "";
        while (true) {
            var ids = stored.find(and(gt("_id", after), eq("kind", kind), lt("at", before)))
                    .projection(include("_id"))
                    .sort(ascending("_id"))
                    .limit(PORTION)
                    .map(row -> row.getString("_id"))
                    .into(new ArrayList<>());
            if (ids.isEmpty()) {
                return swept;
            }
            after = ids.getLast();
            for (var id : ids) {
                swept += known.test(id)
                        ? 0
                        : (int) stored.deleteOne(eq("_id", id)).getDeletedCount();
            }
        }
    }

    private static Kept kept(Document row) {
        return new Kept(row.getInteger("bytes"), row.getString("sha256"));
    }

    private static String place(String id) {
        return "attachment " + id;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
