package cn.shouwang.platform.projection;

import cn.shouwang.platform.history.NotOfThePast;
import cn.shouwang.platform.sealing.SealedTextCodec;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.store.Reader;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// One projection at work: its collection `<name>_v<version>`, its reader `view-<name>-v<version>`.
///
/// Answers only once it has seen all that was in the log when it was first asked.
final class View {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Projection projection;
    private final Readers readers;
    private final MongoCollection<Document> collection;
    private final @Nullable Past past;
    private final Reader reader;
    private volatile boolean indexed;
    private volatile boolean built;
    private long wanted = -1;

    View(Projection projection, MongoDatabase database, Readers readers, Seals seals) {
        this(projection, database, readers, seals, null);
    }

    /// Without `scratches` it has no past.
    View(Projection projection, MongoDatabase database, Readers readers, Seals seals, @Nullable Scratches scratches) {
        this.projection = projection;
        this.readers = readers;
        var rows = database.getCollection(projection.name() + "_v" + projection.version());
        this.collection = rows.withCodecRegistry(SealedTextCodec.registry(seals, rows.getCodecRegistry()));
        this.past = scratches == null ? null : new Past(projection, this::rows, scratches);
        this.reader = readers.reader("view-" + projection.name() + "-v" + projection.version(), this::write);
    }

    Reader reader() {
        return reader;
    }

    /// The rows, once they have seen all that was in the log when they were first asked for;
    /// [ViewBuilding] while that takes long.
    MongoCollection<Document> rows() {
        if (!built) {
            mustReach(firstHead());
            built = true;
        }
        return collection;
    }

    /// What the rows were; [NotOfThePast] where nothing of the past is kept.
    Past past() {
        if (past == null) {
            throw new NotOfThePast("as-of.not-here");
        }
        return past;
    }

    /// The rows once they have seen all that is in the log now; [ViewBuilding] when that takes long.
    ///
    /// A decision that asks another stream through its rows is thereby never refused for what was
    /// stored a moment ago.
    MongoCollection<Document> upToDate() {
        mustReach(readers.head());
        return collection;
    }

    private synchronized long firstHead() {
        if (wanted < 0) {
            wanted = readers.head();
        }
        return wanted;
    }

    private void mustReach(long head) {
        try {
            if (reader.await(head - 1, PATIENCE)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new ViewBuilding(projection.name());
    }

    private void write(List<Recorded> batch) {
        ensureIndexes();
        Rows.write(projection, batch, collection);
    }

    private void ensureIndexes() {
        if (!indexed) {
            projection.indexes().forEach(index -> collection.createIndex(index.keys()));
            indexed = true;
        }
    }
}
