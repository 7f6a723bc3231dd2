package cn.shouwang.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log in order, hands over batches and keeps the last position that was done.
///
/// The position moves only after the work returned, so every event is handed over at least once, in
/// order, by one process at a time. It is written down a few times a second, not after every batch:
/// work is repeatable, and a crash repeats a little more of it. Work that throws is tried again, with
/// growing pauses, for ever: the reader never skips. Gauges `reader.lag.positions` and
/// `reader.lag.seconds` tell how far behind it is.
public final class Reader implements AutoCloseable {

    /// What is done with a batch, never empty, in log order. May be called again with the same events.
    @FunctionalInterface
    public interface Work {
        void done(List<Recorded> batch) throws Exception;
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(Reader.class);
    private static final int BATCH = 512;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SAVING = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// Where events come from: those after a position, in order.
    @FunctionalInterface
    interface Source {
        Stream<Recorded> after(long position);
    }

    private final String name;
    private final Source source;
    private final Log log;
    private final Positions positions;
    private final Work work;
    private final Clock clock;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile boolean closed;
    private volatile boolean owned;
    private volatile long position = -1;
    private volatile long head = -1;
    private volatile Instant handled = Instant.MAX;
    private Instant renewed = Instant.EPOCH; // when position and claim were last written down
    private long saved = -1;

    public Reader(
            String name, LogEngine engine, Log log, Positions positions, Work work, Clock clock, MeterRegistry meters) {
        this(name, engine::after, log, positions, work, clock, meters);
    }

    Reader(String name, Source source, Log log, Positions positions, Work work, Clock clock, MeterRegistry meters) {
        this.name = name;
        this.source = source;
        this.log = log;
        this.positions = positions;
        this.work = work;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("reader-" + name).unstarted(this::run);
        Gauge.builder("reader.lag.positions", this, reader -> Math.max(0, reader.head - reader.position))
                .tag("reader", name)
                .register(meters);
        Gauge.builder("reader.lag.seconds", this, Reader::lagSeconds)
                .tag("reader", name)
                .register(meters);
    }

    public String name() {
        return name;
    }

    public void start() {
        thread.start();
    }

    /// The last position done as far as this process knows, -1 before the first.
    public long position() {
        return position;
    }

    /// Waits until `wanted` is done, here or in the process that has the claim; false when `time` was
    /// too short.
    public boolean await(long wanted, Duration time) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        while (true) {
            var left = deadline - System.nanoTime();
            if (position >= wanted) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
            if (owned) {
                awaitMove(wanted, left);
            } else {
                Thread.sleep(Math.min(20, left / 1_000_000 + 1));
                position = Math.max(position, positions.of(name));
            }
        }
    }

    private void awaitMove(long wanted, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = nanos;
            while (position < wanted && left > 0 && owned) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        var pause = Duration.ofMillis(50);
        while (!closed) {
            try {
                if (claim()) {
                    drain();
                    save(clock.instant());
                    pause = Duration.ofMillis(50);
                    log.awaitPast(position + 1, POLL);
                } else {
                    Thread.sleep(POLL);
                }
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                // never the message: what is read may be personal
                LOGGER.warn(
                        "reader {} stopped after position {}: {}",
                        name,
                        position,
                        e.getClass().getName(),
                        quiet(e));
                pause = sleep(pause);
            }
        }
    }

    private static Throwable quiet(Exception e) {
        var frames = new Exception(e.getClass().getName());
        frames.setStackTrace(e.getStackTrace());
        return frames;
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private boolean claim() {
        var now = clock.instant();
        if (owned && now.isBefore(renewed.plus(Positions.CLAIM.dividedBy(2)))) {
            return true;
        }
        var claimed = positions.claim(name);
        owned = claimed.isPresent();
        claimed.ifPresent(last -> {
            renewed = now;
            saved = Math.max(saved, last);
            moveTo(Math.max(position, last));
        });
        return owned;
    }

    private void save(Instant now) {
        if (owned && saved < position && !now.isBefore(renewed.plus(SAVING))) {
            owned = positions.save(name, position);
            saved = position;
            renewed = now;
        }
    }

    private void drain() throws Exception {
        try (var events = source.after(position)) {
            var batch = new ArrayList<Recorded>(BATCH);
            var each = events.iterator();
            while (!closed && each.hasNext()) {
                batch.add(each.next());
                head = Math.max(head, batch.getLast().position());
                if (batch.size() == BATCH || !each.hasNext()) {
                    finish(batch);
                    batch.clear();
                    if (!owned) {
                        return;
                    }
                }
            }
        }
        handled = Instant.MAX;
    }

    private void finish(List<Recorded> batch) throws Exception {
        handled = batch.getFirst().recordedAt();
        work.done(List.copyOf(batch));
        moveTo(batch.getLast().position());
        save(clock.instant());
    }

    private void moveTo(long reached) {
        lock.lock();
        try {
            position = reached;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private double lagSeconds() {
        var oldest = handled;
        return oldest.equals(Instant.MAX)
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        if (owned) {
            positions.save(name, position);
            positions.release(name);
        }
    }
}
