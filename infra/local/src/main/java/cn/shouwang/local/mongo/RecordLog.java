package cn.shouwang.local.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An append-only log in segment files, with group commit.
///
/// [#append] makes records readable at once and durable later; [#awaitForced] returns when
/// everything appended before the call is on disk. Whoever finds no force under way does one for
/// everybody who waits, so the number of forces follows the disk and not the number of commands.
///
/// An append or a force that fails poisons the log: what the disk holds is unknown then, so every
/// later call throws [StoreFailure] until the process opens the folder anew.
final class RecordLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);

    private final Path directory;
    private final int segmentBytes;
    private final Disk disk;
    private final ConcurrentSkipListMap<Integer, Segment> segments;

    private final Object tail = new Object(); // guards active, and that appended only grows
    private final SegmentAhead ahead;
    private Segment active;
    private volatile long appended;

    private final ReentrantLock commit = new ReentrantLock();
    private final Condition forceEnded = commit.newCondition();
    private boolean forcing;
    private volatile long forced;

    private final AtomicLong size = new AtomicLong();
    private volatile @Nullable Throwable failure;

    /// Takes over `segments` as recovered; the last one ends at `end` and is written on.
    RecordLog(Path directory, int segmentBytes, Disk disk, ConcurrentSkipListMap<Integer, Segment> segments, long end)
            throws IOException {
        this.ahead = new SegmentAhead(directory, segmentBytes);
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
        this.segments = segments;
        this.active = segments.lastEntry().getValue();
        this.appended = end;
        this.forced = end;
        for (Segment segment : segments.values()) {
            size.addAndGet(segment == active ? Location.offset(end) : segment.bytes.byteSize());
        }
    }

    /// Appends the batch and returns where its first record lies; the others follow without a gap
    /// in the same segment.
    long append(Batch batch) {
        synchronized (tail) {
            refuseIfPoisoned();
            try {
                if (Location.offset(appended) + (long) batch.size() > active.bytes.byteSize()) {
                    roll(batch.size());
                }
                long start = appended;
                disk.write(active.channel, ByteBuffer.wrap(batch.array(), 0, batch.size()), Location.offset(start));
                appended = start + batch.size();
                size.addAndGet(batch.size());
                if (Location.offset(appended) > segmentBytes / 2) {
                    ahead.prepare(active.number + 1);
                }
                return start;
            } catch (IOException | RuntimeException | Error e) {
                throw poison("the log in %s could not be written".formatted(directory), e);
            }
        }
    }

    /// Returns when everything appended so far is on disk.
    void awaitForced() {
        long target = appended;
        commit.lock();
        try {
            while (forced < target) {
                refuseIfPoisoned();
                if (forcing) {
                    forceEnded.awaitUninterruptibly();
                } else {
                    forceForAll();
                }
            }
        } finally {
            commit.unlock();
        }
    }

    private void forceForAll() {
        forcing = true;
        commit.unlock();
        long reached = 0;
        try {
            Segment current;
            synchronized (tail) {
                current = active;
                reached = appended;
            }
            disk.force(current.channel);
        } catch (IOException | RuntimeException | Error e) {
            throw poison("the log in %s could not be forced to disk".formatted(directory), e);
        } finally {
            commit.lock();
            forcing = false;
            if (failure == null) {
                forced = Math.max(forced, reached);
            }
            forceEnded.signalAll();
        }
    }

    /// Starts the next segment. The finished one is forced first, so that from then on forcing the
    /// active segment forces everything.
    void roll() {
        synchronized (tail) {
            refuseIfPoisoned();
            try {
                roll(0);
            } catch (IOException | RuntimeException e) {
                throw poison("the log in %s could not be continued".formatted(directory), e);
            }
        }
    }

    private void roll(int needed) throws IOException {
        active.channel.truncate(Location.offset(appended));
        disk.force(active.channel);
        ahead.place(active.number + 1);
        var next = Segment.open(directory, active.number + 1, Math.max(segmentBytes, needed));
        disk.forceNames(directory);
        segments.put(next.number, next);
        active = next;
        appended = Location.of(next.number, 0);
    }

    /// The mapped bytes of a segment, or null when compaction has deleted it.
    @Nullable
    MemorySegment bytes(int segment) {
        var found = segments.get(segment);
        return found == null ? null : found.bytes;
    }

    /// The payload of the record at `location`, or null when its segment was compacted away.
    byte @Nullable [] payload(long location) {
        var bytes = bytes(Location.segment(location));
        return bytes == null ? null : LogRecord.payload(bytes, Location.offset(location));
    }

    int recordLength(long location) {
        var bytes = bytes(Location.segment(location));
        return bytes == null ? 0 : LogRecord.length(bytes, Location.offset(location));
    }

    /// Deletes the oldest segment, which must not be the one being written.
    void deleteOldest() {
        var oldest = segments.firstEntry().getValue();
        try {
            long length = oldest.channel.size();
            segments.remove(oldest.number);
            oldest.channel.close();
            disk.delete(oldest.file);
            disk.forceNames(directory);
            size.addAndGet(-length);
        } catch (IOException | RuntimeException e) {
            throw poison("%s could not be deleted".formatted(oldest.file), e);
        }
    }

    int oldest() {
        return segments.firstKey();
    }

    int newest() {
        return segments.lastKey();
    }

    /// The end of the records in `segment`, which must be closed.
    int endOf(int segment) {
        var found = segments.get(segment);
        try {
            return found == null ? 0 : (int) found.channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long forced() {
        return forced;
    }

    /// Bytes of all records in all segments, dead ones included.
    long size() {
        return size.get();
    }

    void refuseIfPoisoned() {
        var cause = failure;
        if (cause != null) {
            throw new StoreFailure(
                    "the store in %s has failed and serves nothing until it is opened anew: %s"
                            .formatted(directory, cause.getMessage()),
                    cause);
        }
    }

    private StoreFailure poison(String message, Throwable cause) {
        var poisoned = new StoreFailure(message + ": " + cause, cause);
        if (failure == null) {
            failure = poisoned;
            LOG.error("{}; nothing is served until it is opened anew", message, cause);
        }
        return poisoned;
    }

    @Override
    public void close() {
        synchronized (tail) {
            try (ahead) {
                if (failure == null) {
                    disk.force(active.channel);
                    var seal = new Batch(appended);
                    seal.seal();
                    append(seal);
                    active.channel.truncate(Location.offset(appended));
                    disk.force(active.channel);
                }
                for (Segment segment : segments.values()) {
                    segment.channel.close();
                }
            } catch (IOException e) {
                throw poison("the log in %s could not be closed".formatted(directory), e);
            } finally {
                if (failure == null) {
                    failure = new StoreFailure("the store is closed");
                }
            }
        }
    }
}
