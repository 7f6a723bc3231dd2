package cn.shouwang.platform.projection;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.History;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows of read models as they were at some moments: collections `<view>_v<version>_asof_<random>`, few,
/// for a while, each of one process.
///
/// Nobody reads one before it is complete, and none goes while it is read. Those of a process that died
/// are dropped at the next start of this one, or of any other after an hour ([ScratchCollections]). When
/// somebody is forgotten all are dropped: they may hold what the rows of today have given up.
public final class Scratches implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Scratches.class);
    private static final int MOST = 16;
    private static final int BUILT_AT_ONCE = 2;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration LEFT_OVER = KEPT.multipliedBy(6);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private record Key(String view, int version, AsOf asOf, String about) {}

    private final ScratchCollections collections;
    private final History history;
    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore builders = new Semaphore(BUILT_AT_ONCE);
    private final Thread sweeper = Thread.ofVirtual().name("asof-sweeper").unstarted(this::sweepAgainAndAgain);
    private long forgotten = -1;

    /// `owner` is the same after a restart of this process and differs between processes.
    public Scratches(MongoDatabase database, History history, String owner, Clock clock) {
        this.collections = new ScratchCollections(database, owner, clock);
        this.history = history;
        this.clock = clock;
    }

    /// One collection, its readers counted.
    private final class Entry {
        private final CompletableFuture<MongoCollection<Document>> built = new CompletableFuture<>();
        private final String collection;
        private final Instant since = clock.instant();
        private int readers;
        private boolean dropped;

        Entry(Key key) {
            this.collection = "%s_v%d_asof_%s"
                    .formatted(
                            key.view(),
                            key.version(),
                            UUID.randomUUID().toString().replace("-", ""));
        }
    }

    /// Rows that stay until they are closed.
    final class Scratch implements AutoCloseable {

        private final Entry entry;
        private final MongoCollection<Document> rows;

        Scratch(Entry entry, MongoCollection<Document> rows) {
            this.entry = entry;
            this.rows = rows;
        }

        MongoCollection<Document> rows() {
            return rows;
        }

        @Override
        public void close() {
            release(entry);
        }
    }

    /// Drops what this process left behind, and others long ago.
    void start() {
        sweeper.start();
    }

    /// Where events are found, once all that count are; [ViewBuilding] when that takes long.
    History history(AsOf asOf, Projection projection) {
        if (!history.reaches(asOf.position())) {
            throw new ViewBuilding(projection.name());
        }
        return history;
    }

    /// The rows as of a moment, of all events or of those about one id; [ViewBuilding] while that takes
    /// long: it goes on meanwhile.
    Scratch rows(Projection projection, MongoCollection<Document> like, AsOf asOf, Optional<String> about) {
        history(asOf, projection);
        var key = new Key(projection.name(), projection.version(), settled(asOf), about.orElse(""));
        var entry = held(key, projection, like, about);
        try {
            return new Scratch(entry, entry.built.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            release(entry);
            Thread.currentThread().interrupt();
            throw new ViewBuilding(projection.name());
        } catch (TimeoutException _) {
            release(entry);
            throw new ViewBuilding(projection.name());
        } catch (ExecutionException e) {
            release(entry);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// Instants between the same two events are one moment.
    private static AsOf settled(AsOf asOf) {
        return new AsOf(Instant.EPOCH, asOf.position(), asOf.day());
    }

    private Entry held(Key key, Projection projection, MongoCollection<Document> like, Optional<String> about) {
        var gone = new ArrayList<Entry>();
        Entry entry;
        synchronized (this) {
            gone.addAll(outdated());
            entry = entries.get(key);
            if (entry == null) {
                entry = new Entry(key);
                entries.put(key, entry);
                begin(key, entry, projection, like, about);
            }
            entry.readers++;
            gone.addAll(tooMany());
        }
        gone.forEach(this::drop);
        return entry;
    }

    private void begin(
            Key key, Entry entry, Projection projection, MongoCollection<Document> like, Optional<String> about) {
        entry.readers++; // the builder's own
        Thread.ofVirtual().name("asof-" + entry.collection).start(() -> {
            try {
                builders.acquire();
                try {
                    entry.built.complete(build(key, entry, projection, like, about));
                } finally {
                    builders.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                entry.built.completeExceptionally(e);
            } catch (RuntimeException e) {
                fail(key, entry, e);
            } finally {
                release(entry);
            }
        });
    }

    private MongoCollection<Document> build(
            Key key, Entry entry, Projection projection, MongoCollection<Document> like, Optional<String> about) {
        var rows = collections.make(entry.collection, LEFT_OVER).withCodecRegistry(like.getCodecRegistry());
        projection.indexes().forEach(index -> rows.createIndex(index.keys()));
        var fold = new Fold(projection, rows);
        var asOf = key.asOf();
        var events = about.map(id -> history.mentioning(List.of(id), projection.reads(), asOf))
                .orElseGet(() -> history.ofTypes(projection.reads(), asOf));
        events.each(fold::apply);
        fold.finish();
        return rows;
    }

    private void fail(Key key, Entry entry, RuntimeException failure) {
        // never the message: what is read may be personal
        LOGGER.warn("{} was not built: {}", entry.collection, failure.getClass().getName());
        synchronized (this) {
            entries.remove(key, entry);
            entry.dropped = true;
        }
        entry.built.completeExceptionally(failure);
    }

    private void release(Entry entry) {
        boolean last;
        synchronized (this) {
            entry.readers--;
            last = entry.dropped && entry.readers == 0;
        }
        if (last) {
            drop(entry);
        }
    }

    /// Takes out what is too old, and everything once somebody was forgotten; what nobody reads is to be
    /// dropped.
    private List<Entry> outdated() {
        var before = clock.instant().minus(KEPT);
        var now = history.lastErasure();
        var all = now > forgotten;
        forgotten = Math.max(forgotten, now);
        return take(entry -> all || entry.since.isBefore(before));
    }

    private List<Entry> tooMany() {
        var surplus = new ArrayList<>(entries.values());
        var kept = Math.max(0, surplus.size() - MOST);
        return take(entry -> surplus.subList(0, kept).contains(entry));
    }

    private List<Entry> take(Predicate<Entry> which) {
        var unread = new ArrayList<Entry>();
        entries.values().removeIf(entry -> {
            if (!which.test(entry)) {
                return false;
            }
            entry.dropped = true;
            if (entry.readers == 0) {
                unread.add(entry);
            }
            return true;
        });
        return unread;
    }

    private void drop(Entry entry) {
        collections.drop(entry.collection);
    }

    private void sweepAgainAndAgain() {
        try {
            while (!collections.dropLeftOvers(this::isKnown)) {
                Thread.sleep(SWEEP);
            }
            while (true) {
                Thread.sleep(SWEEP);
                sweep();
            }
        } catch (InterruptedException _) {
            // the process ends
        }
    }

    /// An entry is known before its collection is made.
    private synchronized boolean isKnown(String collection) {
        return entries.values().stream().anyMatch(entry -> entry.collection.equals(collection));
    }

    private void sweep() {
        try {
            List<Entry> gone;
            synchronized (this) {
                gone = outdated();
            }
            gone.forEach(this::drop);
        } catch (MongoException e) {
            LOGGER.warn("moments past are not swept: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        sweeper.interrupt();
        List<Entry> gone;
        synchronized (this) {
            gone = take(_ -> true);
        }
        gone.forEach(this::drop);
    }
}
