package cn.shouwang.platform.store;

import com.mongodb.client.MongoCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The commits of a cursor, fetched and decoded by a thread of its own while the caller works on those
/// before.
///
/// The thread starts with the second batch: most questions end within the first, and pay nothing. What
/// fails there fails at the caller's next step. Used by one thread; closes the cursor.
public final class ReadAhead implements Iterator<Commit>, AutoCloseable {

    private static final int BATCHES_AHEAD = 3;

    private sealed interface Fetched {

        record Batch(List<Commit> commits) implements Fetched {}

        record End(@Nullable RuntimeException failure) implements Fetched {}
    }

    private final MongoCursor<Commit> cursor;
    private final BlockingQueue<Fetched> fetched = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final ArrayDeque<Commit> ready = new ArrayDeque<>();
    private @Nullable Thread thread;
    private boolean begun;
    private boolean ended;
    private volatile boolean closed;

    ReadAhead(MongoCursor<Commit> cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public Commit next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance() {
        if (!begun) {
            begun = true;
            ready.addAll(batch());
            ended = ready.isEmpty();
        } else if (thread == null && !hasAnother()) {
            ended = true;
        } else {
            take();
        }
    }

    /// Whether the server holds more: what it says in answer to the first batch.
    private boolean hasAnother() {
        if (cursor.getServerCursor() == null) {
            return false;
        }
        thread = Thread.ofVirtual().name("log-read-ahead").start(this::fetch);
        return true;
    }

    private void take() {
        try {
            switch (fetched.take()) {
                case Fetched.Batch batch -> ready.addAll(batch.commits());
                case Fetched.End end -> {
                    ended = true;
                    if (end.failure() != null) {
                        throw end.failure();
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while reading the log");
        }
    }

    private void fetch() {
        try {
            hand(new Fetched.End(fetchAll()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable RuntimeException fetchAll() throws InterruptedException {
        try {
            var batch = batch();
            while (!closed && !batch.isEmpty()) {
                hand(new Fetched.Batch(batch));
                batch = batch();
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /// Nobody takes anything any more once the caller has closed.
    private void hand(Fetched one) throws InterruptedException {
        while (!closed && !fetched.offer(one, 50, TimeUnit.MILLISECONDS)) {
            // there was no room
        }
    }

    /// What one answer of the server brought, empty at the end.
    private List<Commit> batch() {
        if (!cursor.hasNext()) {
            return List.of();
        }
        var batch = new ArrayList<Commit>(cursor.available());
        do {
            batch.add(cursor.next());
        } while (cursor.available() > 0);
        return batch;
    }

    @Override
    public void close() {
        closed = true;
        ended = true;
        var running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        cursor.close();
    }
}
