package cn.shouwang.platform.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands the log to one process, at every start from the first event or only what is added from then on.
///
/// It keeps no position and claims nothing, so every process has its own: for what lives in memory
/// only. Events come in order, at least once; work that throws is given the same batch again, for ever.
public final class Follower implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 512;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Feed.Source source;
    private final Log log;
    private final boolean fromNow;
    private final Reader.Work work;
    private final Rush rush;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private boolean begun;
    private volatile boolean closed;
    private volatile long position = -1;

    /// @param fromNow that what was stored before the start is of no interest
    Follower(String name, Feed.Source source, Log log, boolean fromNow, Reader.Work work, Rush rush) {
        this.name = name;
        this.source = source;
        this.log = log;
        this.fromNow = fromNow;
        this.work = work;
        this.rush = rush;
        this.thread = Thread.ofVirtual().name("follower-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Waits until `wanted` was handed over and done; false when `time` was too short.
    public boolean await(long wanted, Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = time.toNanos();
            while (position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try {
                drain();
                log.awaitPast(position + 1, POLL);
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                // never the message: what is read may be personal
                LOGGER.warn(
                        "follower {} stopped after position {}: {}",
                        name,
                        position,
                        e.getClass().getName());
                pause();
            }
        }
    }

    private void drain() throws Exception {
        if (fromNow && !begun) {
            moveTo(log.head() - 1);
        }
        begun = true;
        try (var events = source.after(position)) {
            var batches = new Batches<>(events.iterator(), BATCH, event -> event.part() > 0);
            while (!closed && batches.hasNext()) {
                var batch = batches.next();
                var read = PassedOver.without(batch);
                if (!read.isEmpty()) {
                    work.done(read);
                }
                moveTo(batch.getLast().position());
                while (!closed && !rush.giveWay()) {} // a rush may last
            }
        }
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
