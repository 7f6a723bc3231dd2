package cn.shouwang.monitoring.update;

import cn.shouwang.platform.security.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open stream. What is to be told waits in one place and is put together there, so that nobody who
/// tells ever waits for somebody who does not listen, and no heap grows behind a slow one.
final class Listener {

    /// So much is gathered before the next is told.
    private static final Duration GATHER = Duration.ofMillis(200);

    private final SseEmitter stream;
    private final Actor caller;
    private final boolean workOnly;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long begun = -1;
    private @Nullable Change waiting;
    private boolean closed;

    /// @param workOnly that the caller hears of work only and not of whom it is about
    Listener(SseEmitter stream, Actor caller, boolean workOnly) {
        this.stream = stream;
        this.caller = caller;
        this.workOnly = workOnly;
    }

    String account() {
        return caller.id();
    }

    /// Never waits. What lies outside the caller's division is not told.
    void tell(String division, Change change) {
        if (caller.reaches(division)) {
            (workOnly ? change.workOnly() : Optional.of(change)).ifPresent(this::leave);
        }
    }

    private void leave(Change change) {
        lock.lock();
        try {
            if (change.position() > begun) {
                waiting = waiting == null ? change : waiting.and(change);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Sends until the time is over, the stream is closed or nobody takes it any more.
    ///
    /// @param position what was in the log when it began; who has read rows that are older reads them anew
    void run(long position, Duration heartbeat, Duration lasting) {
        var end = System.nanoTime() + lasting.toNanos();
        try {
            begin(position);
            stream.send(SseEmitter.event().name("open").data(Map.of("position", position), MediaType.APPLICATION_JSON));
            for (var left = lasting.toNanos(); left > 0 && !isClosed(); left = end - System.nanoTime()) {
                var change = next(Math.min(left, heartbeat.toNanos()));
                if (change != null) {
                    stream.send(SseEmitter.event().name("changed").data(change, MediaType.APPLICATION_JSON));
                    Thread.sleep(GATHER);
                } else if (!isClosed()) {
                    stream.send(SseEmitter.event().comment("still here"));
                }
            }
            stream.complete();
        } catch (IOException | IllegalStateException e) {
            // nobody takes it any more: the server ends the request by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was stored before is in the position it begins with.
    private void begin(long position) {
        lock.lock();
        try {
            begun = position;
            if (waiting != null && waiting.position() <= position) {
                waiting = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Change next(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (var left = nanos; waiting == null && !closed && left > 0; ) {
                left = changed.awaitNanos(left);
            }
            var next = waiting;
            waiting = null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
