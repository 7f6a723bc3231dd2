package cn.shouwang.platform.reading;

import cn.shouwang.platform.reading.ReadingCommand.RecordRefusal;
import cn.shouwang.platform.security.Actor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Puts on record that signed-in accounts were refused, without holding up the refusal.
///
/// The first of a kind (account, method, route, code) is written at once, its repetitions together
/// with their count when the minute is over, and at shutdown. Of one account at most ten kinds a
/// minute are told apart, the rest is counted under route `*`: a flood writes at most 22 events per
/// account and minute, and its size is in the counts. While the store is away the counts wait and
/// grow. Memory is bounded; what is beyond the bound shows in counter `reading.refusals.lost`.
///
/// A crash loses the counts of the minute, not the first of each kind.
public final class RefusedAttempts implements SmartLifecycle {

    static final int KINDS_PER_ACCOUNT = 10;
    static final int MOST_IN_MEMORY = 10_000;
    static final String MANY = "*";
    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(RefusedAttempts.class);

    /// After the web server has stopped, before command handlers do.
    private static final int PHASE = 1_000;

    private record Kind(Actor actor, String method, String route, String code) {

        Kind many() {
            return new Kind(actor, MANY, MANY, code);
        }
    }

    private static final class Tally {
        private boolean first = true;
        private long count;
        private Instant firstAt = Instant.MAX;
        private Instant lastAt = Instant.MIN;

        void add(long more, Instant from, Instant to) {
            count += more;
            firstAt = from.isBefore(firstAt) ? from : firstAt;
            lastAt = to.isAfter(lastAt) ? to : lastAt;
        }

        void clear() {
            first = false;
            count = 0;
            firstAt = Instant.MAX;
            lastAt = Instant.MIN;
        }
    }

    private record Due(Kind kind, long count, Instant firstAt, Instant lastAt) {}

    private final BiConsumer<RecordRefusal, Actor> send;
    private final Clock clock;
    private final Counter lost;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Kind, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private Instant minuteEnds = Instant.MIN;
    private boolean fresh;
    private volatile boolean running;
    private Thread writer = new Thread();

    /// `send` stores a command in the name of the account; it may throw.
    RefusedAttempts(BiConsumer<RecordRefusal, Actor> send, Clock clock, MeterRegistry meters) {
        this.send = send;
        this.clock = clock;
        this.lost = Counter.builder("reading.refusals.lost")
                .description("refused attempts of which not even the number is on record")
                .register(meters);
    }

    /// Notes a refusal; returns at once, whatever becomes of it. `route` is the template of a path.
    public void note(Actor actor, String method, String route, String code) {
        var now = clock.instant();
        lock.lock();
        try {
            if (add(new Kind(actor, method, route, code), 1, now, now)) {
                fresh = true;
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether a kind is new and to be written at once.
    private boolean add(Kind asked, long count, Instant from, Instant to) {
        var kind = tallies.containsKey(asked) ? asked : place(asked);
        var tally = tallies.get(kind);
        if (tally == null) {
            if (tallies.size() >= MOST_IN_MEMORY) {
                lost.increment((double) count);
                return false;
            }
            tally = new Tally();
            tallies.put(kind, tally);
        }
        tally.add(count, from, to);
        return tally.first;
    }

    private Kind place(Kind asked) {
        if (asked.route().equals(MANY)) {
            return asked;
        }
        return kinds.merge(asked.actor().id(), 1, Integer::sum) > KINDS_PER_ACCOUNT ? asked.many() : asked;
    }

    /// Writes what is due now: the first of each kind, and all counts when the minute is over.
    void write(boolean all) {
        for (var due : due(all)) {
            try {
                send.accept(command(due), due.kind().actor());
            } catch (RuntimeException e) {
                LOGGER.warn(
                        "{} refused attempts wait to be recorded: {}",
                        due.count(),
                        e.getClass().getName());
                putBack(due);
            }
        }
    }

    private List<Due> due(boolean all) {
        lock.lock();
        try {
            var now = clock.instant();
            var over = all || !now.isBefore(minuteEnds);
            var due = new ArrayList<Due>();
            for (var entry : tallies.entrySet()) {
                var tally = entry.getValue();
                if (tally.count > 0 && (over || tally.first)) {
                    due.add(new Due(entry.getKey(), tally.count, tally.firstAt, tally.lastAt));
                    tally.clear();
                }
            }
            if (over) {
                tallies.clear();
                kinds.clear();
                minuteEnds = now.plus(MINUTE);
                // those just written stay known for the minute that begins, so repetitions are counted
                due.forEach(written -> keep(written.kind()));
            }
            fresh = false;
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void keep(Kind kind) {
        var tally = new Tally();
        tally.clear();
        tallies.put(kind, tally);
        if (!kind.route().equals(MANY)) {
            kinds.merge(kind.actor().id(), 1, Integer::sum);
        }
    }

    private void putBack(Due due) {
        lock.lock();
        try {
            add(due.kind(), due.count(), due.firstAt(), due.lastAt());
        } finally {
            lock.unlock();
        }
    }

    private static RecordRefusal command(Due due) {
        return new RecordRefusal(
                ReadingId.fresh(),
                due.kind().actor().division(),
                due.kind().method(),
                due.kind().route(),
                due.kind().code(),
                due.count(),
                due.firstAt(),
                due.lastAt());
    }

    private void run() {
        while (running) {
            try {
                awaitNews();
                write(false);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void awaitNews() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = TimeUnit.SECONDS.toNanos(5);
            while (running && !fresh && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofVirtual().name("refused-attempts").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        write(true);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
