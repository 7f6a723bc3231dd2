package cn.shouwang.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log in order, hands over batches and keeps the last position that was done.
///
/// The position moves only after the work returned, so every event is handed over at least once, in
/// order, by one process at a time. It is written down a few times a second, not after every batch:
/// work is repeatable, and a crash repeats a little more of it. Work that throws is tried again, with
/// growing pauses, for ever: the reader never skips. Gauges `reader.lag.positions` and
/// `reader.lag.seconds` tell how far behind it is, `reader.halted` is 1 while it rests on somebody's
/// word: it then gives its claim up and nobody works in its place.
public final class Reader implements AutoCloseable {

    /// What is done with a batch, never empty, in log order, all events of a position in one batch. May be
    /// called again with the same events.
    @FunctionalInterface
    public interface Work {
        void done(List<Recorded> batch) throws Exception;
    }

    /// What is done with commits as they are stored, by one thread.
    public interface RawWork {

        /// Never empty, in log order. May be called again with the same commits.
        void done(List<Commit> batch) throws Exception;

        /// Called about once a second, also when nothing is stored, while this process has the claim.
        void turn() throws Exception;
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Feed<?> feed;
    private final Log log;
    private final Positions positions;
    private final Clock clock;
    private final Halted halted;
    private final Rush rush;
    private final MeterRegistry meters;
    private final List<Gauge> gauges;
    private final Thread thread;
    private final Pace pace = new Pace();
    private final Claim claim;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition roused = lock.newCondition();
    private int waiting; // for this reader, under the lock
    private volatile boolean closed;
    private volatile long position = -1;
    private volatile long head = -1;
    private volatile Instant handled = Instant.MAX;

    Reader(
            String name,
            Feed<?> feed,
            Log log,
            Positions positions,
            Clock clock,
            MeterRegistry meters,
            Halted halted,
            Rush rush) {
        this.name = name;
        this.feed = feed;
        this.log = log;
        this.positions = positions;
        this.claim = new Claim(name, positions, clock, pace);
        this.clock = clock;
        this.halted = halted;
        this.rush = rush;
        this.meters = meters;
        this.thread = Thread.ofVirtual().name("reader-" + name).unstarted(this::run);
        this.gauges = List.of(
                gauge("reader.lag.positions", reader -> Math.max(0, reader.head - reader.position)),
                gauge("reader.lag.seconds", Reader::lagSeconds),
                gauge("reader.halted", reader -> reader.halted.holds(reader.name) ? 1 : 0));
    }

    private Gauge gauge(String figure, ToDoubleFunction<Reader> of) {
        return Gauge.builder(figure, this, of).tag("reader", name).register(meters);
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
            if (claim.isHeld()) {
                awaitMove(wanted, left);
            } else {
                Thread.sleep(Math.min(20, left / 1_000_000 + 1));
                moveUpTo(positions.of(name));
            }
        }
    }

    private void awaitMove(long wanted, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            roused.signalAll();
            var left = nanos;
            while (position < wanted && left > 0 && claim.isHeld()) {
                left = moved.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void run() {
        var pause = Duration.ofMillis(50);
        while (!closed) {
            try {
                if (halted.holds(name)) {
                    rest();
                } else if (claim.hold(last -> moveTo(Math.max(position, last)))) {
                    feed.turn();
                    drain(feed);
                    claim.wentWell();
                    claim.save(position);
                    pause = Duration.ofMillis(50);
                    var done = System.nanoTime();
                    log.awaitPast(position + 1, POLL);
                    gather(Duration.ofNanos(System.nanoTime() - done));
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
                claim.wentWrong(e);
                pause = sleep(pause);
            }
        }
    }

    /// Gives the claim up, so that everybody sees that nobody works on it.
    private void rest() throws InterruptedException {
        claim.giveUp(position);
        head = Math.max(head, log.head() - 1);
        if (handled.equals(Instant.MAX) && position < head) {
            handled = log.holding(position + 1).map(Commit::recordedAt).orElse(Instant.MAX);
        }
        Thread.sleep(POLL);
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

    /// Lets more gather; how much depends on whether somebody waits, which is asked again when somebody comes.
    private void gather(Duration sinceLast) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var began = System.nanoTime();
            var left = feed.gathering(sinceLast, waiting > 0).toNanos();
            while (left > 0 && !closed) {
                roused.awaitNanos(left);
                left = feed.gathering(sinceLast, waiting > 0).toNanos() - (System.nanoTime() - began);
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> void drain(Feed<T> feed) throws Exception {
        try (var all = feed.after(position);
                var batches = new OneAhead<>(new Batches<>(all.iterator(), feed.batch(), feed::goesOn))) {
            for (var next = batches.next(); next.isPresent() && !closed; next = batches.next()) {
                var batch = next.get();
                if (feed.givesWay() && !giveWay()) {
                    return;
                }
                if (batch.size() >= feed.batch()) {
                    batches.prepare(); // there is more
                }
                head = Math.max(head, feed.position(batch.getLast()));
                finish(feed, batch);
                if (!claim.isHeld() || halted.holds(name)) {
                    return;
                }
            }
        }
        handled = Instant.MAX;
    }

    /// Waits until nothing is stored in a rush any more; false when the claim was lost over it.
    private boolean giveWay() throws InterruptedException {
        while (!closed && !rush.giveWay()) {
            if (!claim.hold(_ -> {})) {
                return false;
            }
        }
        return true;
    }

    private <T> void finish(Feed<T> feed, List<T> batch) throws Exception {
        handled = feed.recordedAt(batch.getFirst());
        feed.done(batch);
        pace.done(batch.size());
        moveTo(feed.position(batch.getLast()));
        claim.wentWell();
        claim.save(position);
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

    /// Never back: the reader may have begun meanwhile and be further than what is written down.
    private void moveUpTo(long known) {
        lock.lock();
        try {
            position = Math.max(position, known);
        } finally {
            lock.unlock();
        }
    }

    private void rouse() {
        lock.lock();
        try {
            roused.signalAll();
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
        if (thread.getState() != Thread.State.NEW) {
            end();
        }
        gauges.forEach(meters::remove);
        claim.giveUp(position);
    }

    private void end() {
        rouse();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
