package cn.shouwang.platform.projection;

import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.store.Follower;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Running;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// All read models of a service. Starts and stops their readers with the service.
public final class Views implements SmartLifecycle {

    private final Map<String, View> views = new LinkedHashMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Readers readers;
    private final @Nullable Scratches scratches;
    private final Running running;

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
        this.readers = readers;
        running = new Running(views.values().stream().map(View::reader).toList());
    }

    /// The rows of a read model for callers, within their scope.
    public Listing listing(String name) {
        return new Listing(view(name));
    }

    /// The rows of a read model for the software's own decisions, up to date with the log.
    public Lookup lookup(String name) {
        return new Lookup(view(name)::upToDate);
    }

    /// A read model in memory, to which every event is handed by one thread, at least once and in order.
    /// Made before the service starts, it starts and stops with it.
    public MemoryView inMemory(String name, Consumer<Recorded> on) {
        var view = new MemoryView(name, readers, on);
        followers.add(view.follower());
        return view;
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

    private View view(String name) {
        return Objects.requireNonNull(views.get(name), () -> "no read model is named " + name);
    }

    @Override
    public void start() {
        if (scratches != null) {
            scratches.start();
        }
        running.start();
        followers.forEach(Follower::start);
    }

    @Override
    public void stop() {
        followers.forEach(Follower::close);
        running.stop();
        if (scratches != null) {
            scratches.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running.isRunning();
    }
}
