package cn.shouwang.platform.store;

import com.mongodb.client.MongoCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/// The commits of a cursor, fetched and decoded by a thread of its own while the caller works on those
/// before.
///
/// It begins with the second batch: most questions end within the first, and pay nothing. What fails there
/// fails at the caller's next step. Used by one thread; closes the cursor.
public final class ReadAhead implements Iterator<Commit>, AutoCloseable {

    private final MongoCursor<Commit> cursor;
    private final OneAhead<List<Commit>> batches;
    private final Queue<Commit> ready = new ArrayDeque<>();
    private boolean ended;

    ReadAhead(MongoCursor<Commit> cursor) {
        this.cursor = cursor;
        this.batches = new OneAhead<>(new Answers(cursor));
    }

    /// What each answer of the server brought.
    private record Answers(MongoCursor<Commit> cursor) implements Iterator<List<Commit>> {

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public List<Commit> next() {
            var batch = new ArrayList<Commit>(cursor.available());
            do {
                batch.add(cursor.next());
            } while (cursor.available() > 0);
            return batch;
        }
    }

    /// Whether the first commit that was not taken yet stands at `position`.
    boolean beginsAt(long position) {
        return hasNext() && ready.element().position() == position;
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
        try {
            var batch = batches.next();
            ended = batch.isEmpty();
            batch.ifPresent(ready::addAll);
            if (!ended && cursor.getServerCursor() != null) {
                batches.prepare(); // the server holds more
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while reading the log");
        }
    }

    @Override
    public void close() {
        ended = true;
        batches.close();
        cursor.close();
    }
}
