package cn.shouwang.local.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the log from growing with history: when more of it is dead than alive, the live records of
/// the closed segments are appended again, oldest segment first, and each segment is deleted once
/// its copies are forced.
///
/// A crash in between leaves records twice, which reads as once. Because segments go oldest first, a
/// DELETE or DROP in the oldest has nothing older left to hide and goes with it. Writers wait for a
/// few records at a time.
final class Compactor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

    private static final int RECORDS_AT_A_TIME = 64;
    private static final long CHECK_MILLIS = 1_000;

    private final Store store;
    private final long leastDeadBytes;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mongo-compactor").daemon().factory());

    /// Does nothing below `leastDeadBytes` of dead records.
    Compactor(Store store, long leastDeadBytes) {
        this.store = store;
        this.leastDeadBytes = leastDeadBytes;
        var unused =
                thread.scheduleWithFixedDelay(this::compactIfDue, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void compactIfDue() {
        long live = store.liveBytes().sum();
        long dead = store.log().size() - live;
        if (dead > live && dead > leastDeadBytes) {
            try {
                compact();
            } catch (RuntimeException e) {
                LOG.error("compaction failed", e);
            }
        }
    }

    /// Rewrites every segment there is now.
    void compact() {
        long before = store.log().size();
        int last;
        synchronized (store) { // not between the record of a new collection and its registration
            store.log().roll();
            last = store.log().newest() - 1;
        }
        for (int segment = store.log().oldest(); segment <= last && !thread.isShutdown(); segment++) {
            rewrite(segment);
            store.log().awaitForced();
            store.log().deleteOldest();
        }
        LOG.info("compacted the log from {} to {} bytes", before, store.log().size());
    }

    private void rewrite(int segment) {
        var bytes = store.log().bytes(segment);
        if (bytes == null) {
            return;
        }
        int end = store.log().endOf(segment);
        var pending = new HashMap<Integer, List<long[]>>();
        int count = 0;
        for (int offset = 0; offset < end; offset += LogRecord.length(bytes, offset)) {
            byte kind = LogRecord.kind(bytes, offset);
            if (kind == LogRecord.PUT || kind == LogRecord.DEFINE) {
                long slot = kind == LogRecord.PUT ? LogRecord.slot(bytes, offset) : -1;
                pending.computeIfAbsent(LogRecord.collection(bytes, offset), _ -> new ArrayList<>())
                        .add(new long[] {slot, Location.of(segment, offset)});
                if (++count % RECORDS_AT_A_TIME == 0) {
                    rewrite(pending);
                }
            }
        }
        rewrite(pending);
    }

    private void rewrite(Map<Integer, List<long[]>> pending) {
        pending.forEach((id, records) -> {
            var documents = store.documents(id);
            if (documents != null) {
                documents.rewrite(records);
            }
        });
        pending.clear();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("compaction was still running a minute after the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
