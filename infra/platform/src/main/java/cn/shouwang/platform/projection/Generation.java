package cn.shouwang.platform.projection;

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

/// One building of a read model: its collection `<name>_v<version>`, its reader `view-<name>-v<version>`;
/// from the second building on with `_g<number>` and `-g<number>` behind.
///
/// Answers only once it has seen all that was in the log when it was first asked.
final class Generation {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(1);

    private final Projection projection;
    private final int number;
    private final Readers readers;
    private final MongoCollection<Document> collection;
    private final Reader reader;
    private volatile boolean indexed;
    private volatile boolean built;
    private boolean isNew; // the rows have seen nothing of what comes now
    private long wanted = -1;

    Generation(Projection projection, int number, MongoDatabase database, Readers readers, Seals seals) {
        this.projection = projection;
        this.number = number;
        this.readers = readers;
        var rows = database.getCollection(collection(projection.name(), projection.version(), number));
        this.collection = rows.withCodecRegistry(SealedTextCodec.registry(seals, rows.getCodecRegistry()));
        this.reader = readers.reader(
                reader(projection.name(), projection.version(), number), projection.reads(), this::write);
    }

    static String collection(String view, int version, int number) {
        return view + "_v" + version + (number == 0 ? "" : "_g" + number);
    }

    static String reader(String view, int version, int number) {
        return "view-" + view + "-v" + version + (number == 0 ? "" : "-g" + number);
    }

    int number() {
        return number;
    }

    Reader reader() {
        return reader;
    }

    /// The rows as far as they are.
    MongoCollection<Document> collection() {
        return collection;
    }

    void start() {
        reader.start();
    }

    /// Ends its reader in this process; its rows and its position stay.
    void close() {
        reader.close();
        readers.gone(reader.name());
    }

    /// The rows, once they have seen all that was in the log when they were first asked for;
    /// [ViewBuilding] while that takes long. While somebody has their reader stopped they answer as they are.
    MongoCollection<Document> rows() {
        if (!built && !rests()) {
            mustReach(firstHead());
            built = true;
        }
        return collection;
    }

    private boolean rests() {
        return readers.isHalted(reader.name()) && readers.position(reader.name()) >= 0;
    }

    /// Whether they have by now.
    boolean isBuilt() {
        built = built || reaches(firstHead() - 1, GLANCE);
        return built;
    }

    /// Whether the rows have seen, within `patience`, all that is in the log now.
    boolean catchesUp(Duration patience) {
        var caughtUp = reaches(readers.head() - 1, patience);
        built |= caughtUp;
        return caughtUp;
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
        if (!reaches(head - 1, PATIENCE)) {
            throw new ViewBuilding(projection.name());
        }
    }

    /// Whether the rows have seen `position` within `patience`.
    boolean reaches(long position, Duration patience) {
        try {
            return reader.await(position, patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What a writer before did beyond the position it left lies directly behind that position, so once a
    /// batch was new to the rows, all behind it is, until something goes wrong.
    private void write(List<Recorded> batch) {
        ensureIndexes();
        var wasNew = isNew;
        isNew = false; // unless it goes well
        isNew = Rows.write(projection, batch, collection, wasNew);
    }

    private void ensureIndexes() {
        if (!indexed) {
            projection.indexes().forEach(index -> collection.createIndex(index.keys()));
            indexed = true;
        }
    }
}
