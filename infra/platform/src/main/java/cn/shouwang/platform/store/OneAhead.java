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

    private final Iterator<T> all;
    private @Nullable FutureTask<Optional<T>> ready;

    OneAhead(Iterator<T> all) {
        this.all = all;
    }

    /// Empty at the end.
    Optional<T> next() throws InterruptedException {
        return ready == null ? take() : await(ready);
    }

    private Optional<T> await(FutureTask<Optional<T>> prepared) throws InterruptedException {
        try {
            return prepared.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            ready = null;
        }
    }

    /// Begins to take the next one.
    void prepare() {
        if (ready == null) {
            var task = new FutureTask<>(this::take);
            Thread.ofVirtual().name("log-one-ahead").start(task);
            ready = task;
        }
    }

    private Optional<T> take() {
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    @Override
    public void close() {
        if (ready == null) {
            return;
        }
        try {
            await(ready);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException _) {
            // nobody asks for it any more
        }
    }
}
