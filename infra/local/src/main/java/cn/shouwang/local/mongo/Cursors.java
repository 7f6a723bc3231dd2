package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Open cursors. A cursor holds a place in an index and not a lock or a file, so writes and
/// compaction go on beneath it; one that nobody asks for ten minutes is closed, as MongoDB does.
final class Cursors {

    /// As MongoDB's: a batch ends before it is larger than a document may be.
    private static final int BATCH_BYTES = 16 * 1024 * 1024;

    private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

    private static final class Open {
        private final String namespace;
        private final Iterator<byte[]> documents;
        private volatile long usedAt = System.nanoTime();

        Open(String namespace, Iterator<byte[]> documents) {
            this.namespace = namespace;
            this.documents = documents;
        }
    }

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Open> open = new ConcurrentHashMap<>();

    /// The first batch of up to `size` documents; what remains stays open unless `single`.
    Reply.Batch first(String namespace, Iterator<byte[]> documents, int size, boolean single) {
        var cursor = new Open(namespace, documents);
        var batch = take(cursor, size);
        if (single || !documents.hasNext()) {
            return new Reply.Batch(namespace, true, 0, batch);
        }
        closeIdle();
        long id = last.incrementAndGet();
        open.put(id, cursor);
        return new Reply.Batch(namespace, true, id, batch);
    }

    Reply.Batch next(long id, int size) {
        var cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        synchronized (cursor) {
            cursor.usedAt = System.nanoTime();
            var batch = take(cursor, size);
            boolean more = cursor.documents.hasNext();
            if (!more) {
                open.remove(id);
            }
            return new Reply.Batch(cursor.namespace, false, more ? id : 0, batch);
        }
    }

    boolean kill(long id) {
        return open.remove(id) != null;
    }

    int count() {
        return open.size();
    }

    private static List<byte[]> take(Open cursor, int size) {
        var batch = new ArrayList<byte[]>();
        long bytes = 0;
        while (batch.size() < size && bytes < BATCH_BYTES && cursor.documents.hasNext()) {
            byte[] document = cursor.documents.next();
            batch.add(document);
            bytes += document.length;
        }
        return batch;
    }

    private void closeIdle() {
        long now = System.nanoTime();
        open.values().removeIf(cursor -> now - cursor.usedAt > IDLE_NANOS);
    }
}
