package cn.shouwang.platform.projection;

import cn.shouwang.platform.history.NotOfThePast;
import cn.shouwang.platform.sealing.SealedTextCodec;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.store.Reader;
import cn.shouwang.platform.store.Readers;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// One projection at work: the generation that answers, and those that follow the log beside it.
///
/// The turn from one generation to another is one step for whoever asks: until the other has seen all
/// that is in the log, this one answers. For the moment in which that is made sure of, callers wait.
final class View {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Projection projection;
    private final MongoDatabase database;
    private final Readers readers;
    private final Seals seals;
    private final ConcurrentSkipListMap<Integer, Generation> generations = new ConcurrentSkipListMap<>();
    private final ReentrantReadWriteLock turning = new ReentrantReadWriteLock();
    private volatile Generation answering;
    private volatile @Nullable MongoCollection<Document> older;
    private final @Nullable Past past;
    private boolean started;

    View(Projection projection, MongoDatabase database, Readers readers, Seals seals) {
        this(projection, database, readers, seals, null);
    }

    /// Without `scratches` it has no past.
    View(Projection projection, MongoDatabase database, Readers readers, Seals seals, @Nullable Scratches scratches) {
        this.projection = projection;
        this.database = database;
        this.readers = readers;
        this.seals = seals;
        this.answering = made(0);
        this.past = scratches == null ? null : new Past(projection, this::rows, scratches);
    }

    private Generation made(int number) {
        return generations.computeIfAbsent(number, _ -> new Generation(projection, number, database, readers, seals));
    }

    int version() {
        return projection.version();
    }

    /// The number of the generation that answers in this process.
    int number() {
        return answering.number();
    }

    /// Whether that generation is complete, or was when it was last asked.
    boolean isBuilt() {
        return answering.isBuilt();
    }

    /// The reader of the generation that answers.
    Reader reader() {
        return answering.reader();
    }

    synchronized void start() {
        started = true;
        generations.values().forEach(Generation::start);
    }

    synchronized void stop() {
        started = false;
        generations.values().forEach(Generation::close);
    }

    /// Brings what works here in line with the plan, as far as it can be done now: a generation that is to
    /// answer and is behind goes on building, and this is called again.
    synchronized void arrange(Layout.Plan plan) {
        var layout = plan.of(projection.name(), version());
        layout.working().stream()
                .filter(number -> !generations.containsKey(number))
                .forEach(this::begin);
        var next = made(layout.answering());
        if (!started) {
            answering = next;
            older = older(plan);
        } else if (next != answering) {
            turnTo(next);
        }
        generations.values().stream()
                .filter(one -> one != answering && !layout.working().contains(one.number()))
                .forEach(this::end);
    }

    private void begin(int number) {
        var generation = made(number);
        if (started) {
            generation.start();
        }
    }

    private void end(Generation generation) {
        generations.remove(generation.number());
        generation.close();
    }

    private void turnTo(Generation next) {
        if (!next.catchesUp(MOMENT)) {
            return;
        }
        turning.writeLock().lock();
        try {
            if (next.catchesUp(MOMENT)) {
                answering = next;
            }
        } finally {
            turning.writeLock().unlock();
        }
    }

    /// Rows of an earlier version that answer while those of this one are built: the latest that was built
    /// and that today's questions can still read.
    private @Nullable MongoCollection<Document> older(Layout.Plan plan) {
        var name = projection.name();
        for (var version = version() - 1; version >= projection.readableFrom(); version--) {
            var number = plan.of(name, version).answering();
            if (readers.position(Generation.reader(name, version, number)) >= 0) {
                var rows = database.getCollection(Generation.collection(name, version, number));
                return rows.withCodecRegistry(SealedTextCodec.registry(seals, rows.getCodecRegistry()));
            }
        }
        return null;
    }

    /// The rows for whoever asks; see [Generation#rows].
    MongoCollection<Document> rows() {
        var now = now();
        var before = older;
        if (before != null) {
            if (!now.isBuilt()) {
                return before;
            }
            older = null;
        }
        return now.rows();
    }

    /// What the rows were; [NotOfThePast] where nothing of the past is kept.
    Past past() {
        if (past == null) {
            throw new NotOfThePast("as-of.not-here");
        }
        return past;
    }

    /// The rows for decisions; see [Generation#upToDate].
    MongoCollection<Document> upToDate() {
        return now().upToDate();
    }

    private Generation now() {
        turning.readLock().lock();
        try {
            return answering;
        } finally {
            turning.readLock().unlock();
        }
    }

    /// The generation of that number, if it is at work here.
    Optional<Generation> generation(int number) {
        return Optional.ofNullable(generations.get(number));
    }
}
