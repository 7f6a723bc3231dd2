package cn.shouwang.platform.projection;

import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.store.Follower;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// All read models of a service. Starts and stops their readers with the service.
public final class Views implements SmartLifecycle {

    private final Map<String, View> views = new LinkedHashMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final MongoDatabase database;
    private final Readers readers;
    private final @Nullable Scratches scratches;
    private boolean planned = true;
    private volatile boolean running;

    /// Read models without a past.
    public Views(List<Projection> projections, MongoDatabase database, Readers readers, Seals seals) {
        this(projections, database, readers, seals, null);
    }

    /// Read models that answer as of a moment of the past from `scratches`.
    public Views(
            List<Projection> projections,
            MongoDatabase database,
            Readers readers,
            Seals seals,
            @Nullable Scratches scratches) {
        this.scratches = scratches;
        for (var projection : projections) {
            if (views.put(projection.name(), new View(projection, database, readers, seals, scratches)) != null) {
                throw new IllegalStateException("two read models are named " + projection.name());
            }
        }
        this.database = database;
        this.readers = readers;
    }

    /// The rows of a read model for callers, within their scope.
    public Listing listing(String name) {
        return new Listing(view(name));
    }

    /// The rows of a read model for the software's own decisions, up to date with the log.
    public Lookup lookup(String name) {
        return new Lookup(view(name)::upToDate);
    }

    /// A read model in memory, to which every event of `reads` is handed by one thread, at least once and in order.
    /// Made before the service starts, it starts and stops with it.
    public MemoryView inMemory(String name, List<Class<?>> reads, Consumer<Recorded> on) {
        var view = new MemoryView(name, readers, reads, on);
        followers.add(view.follower());
        return view;
    }

    /// What is stored from the start on, handed by one thread, at least once and in order, to who keeps nothing of
    /// it. Made before the service starts, it starts and stops with it.
    public Tail tail(String name, List<Class<?>> reads, Consumer<Recorded> on) {
        var tail = new Tail(name, readers, reads, on);
        followers.add(tail.follower());
        return tail;
    }

    /// Waits until every read model has seen `position`; false when `time` was too short.
    public boolean await(long position, Duration time) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        for (var view : views.values()) {
            var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!view.reader().await(position, left)) {
                return false;
            }
        }
        return true;
    }

    /// The position every read model has seen, -1 before the first event.
    public long position() {
        return views.values().stream()
                .mapToLong(view -> view.reader().position())
                .min()
                .orElse(-1);
    }

    /// The names of the read models, in order.
    public SortedSet<String> names() {
        return new TreeSet<>(views.keySet());
    }

    /// The version of a read model in this software, if it has one of that name.
    public OptionalInt version(String name) {
        var view = views.get(name);
        return view == null ? OptionalInt.empty() : OptionalInt.of(view.version());
    }

    /// The number of the generation that answers in this process.
    public int answering(String name) {
        return view(name).number();
    }

    /// Whether the rows of this version are complete; until then those of an earlier one may answer.
    public boolean isBuilt(String name) {
        return view(name).isBuilt();
    }

    /// The name of the reader that builds a generation.
    public static String reader(String view, int version, int generation) {
        return Generation.reader(view, version, generation);
    }

    /// About how many rows a generation has.
    public long rows(String view, int version, int generation) {
        return database.getCollection(Generation.collection(view, version, generation))
                .estimatedDocumentCount();
    }

    /// From now on no read model is built until [#arrange] says which generations of it there are.
    public synchronized void waitForPlan() {
        planned = false;
    }

    /// Brings what works in this process in line with `plan`, as far as that can be done now. Called again
    /// and again: a generation answers once it has seen what the one before it has.
    public synchronized void arrange(Layout.Plan plan) {
        views.values().forEach(view -> view.arrange(plan));
        if (!planned) {
            planned = true;
            if (running) {
                views.values().forEach(View::start);
            }
        }
    }

    /// Compares the rows of two generations, of which both follow the log in this process; [ViewBuilding]
    /// when one of them does not, yet.
    public Parity compare(String name, int generation, int other) {
        var view = view(name);
        return new Comparison(
                        view.generation(generation).orElseThrow(() -> new ViewBuilding(name)),
                        view.generation(other).orElseThrow(() -> new ViewBuilding(name)),
                        readers)
                .run();
    }

    /// Removes the rows of a generation and the position of its reader. False while a process still works
    /// on it; ask again later.
    public boolean drop(String view, int version, int generation) {
        var rows = database.getCollection(Generation.collection(view, version, generation));
        return readers.retire(Generation.reader(view, version, generation), rows::drop);
    }

    private View view(String name) {
        return Objects.requireNonNull(views.get(name), () -> "no read model is named " + name);
    }

    @Override
    public synchronized void start() {
        running = true;
        if (scratches != null) {
            scratches.start();
        }
        if (planned) {
            views.values().forEach(View::start);
        }
        followers.forEach(Follower::start);
    }

    @Override
    public synchronized void stop() {
        running = false;
        followers.forEach(Follower::close);
        views.values().forEach(View::stop);
        if (scratches != null) {
            scratches.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
