package cn.shouwang.platform.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Takes from an iterator, on request the next one already while the caller works on the one before.
///
/// What fails there fails at the caller's next step. Used by one thread; nothing touches the iterator any
/// more once this is closed, unless the caller was interrupted.
final class OneAhead<T> implements AutoCloseable {

    private record Taking<T>(FutureTask<Optional<T>> task, Thread thread) {}

    private final Iterator<T> all;
    private @Nullable Taking<T> ahead;

    OneAhead(Iterator<T> all) {
        this.all = all;
    }

    /// Empty at the end.
    Optional<T> next() throws InterruptedException {
        var taking = ahead;
        if (taking == null) {
            return take();
        }
        try {
            var taken = taking.task().get();
            ahead = null;
            return taken;
        } catch (ExecutionException e) {
            ahead = null;
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// Begins to take the next one.
    void prepare() {
        if (ahead == null) {
            var task = new FutureTask<>(this::take);
            ahead = new Taking<>(task, Thread.ofVirtual().name("log-one-ahead").start(task));
        }
    }

    private Optional<T> take() {
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    @Override
    public void close() {
        if (ahead != null) {
            try {
                ahead.thread().join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
