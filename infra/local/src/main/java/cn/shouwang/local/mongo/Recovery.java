package cn.shouwang.local.mongo;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a log back, record by record, and decides where it ends.
///
/// The end is the first record that is not whole and that nothing vouches for: the rest of the last
/// segment is cut off, and how much is logged. A broken record before that point is damage to
/// something acknowledged: it throws [StoreFailure] with file and offset, and changes nothing.
final class Recovery {

    /// Called for each record, in the order they were written.
    interface Visitor {

        void visit(byte kind, int collection, long slot, MemorySegment segment, long location);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path directory;
    private final ConcurrentSkipListMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();

    private Recovery(Path directory) {
        this.directory = directory;
    }

    static RecordLog open(Path directory, int segmentBytes, Disk disk, Visitor visitor) throws IOException {
        var recovery = new Recovery(directory);
        try {
            recovery.openSegments(segmentBytes);
            disk.forceNames(directory);
            return new RecordLog(directory, segmentBytes, disk, recovery.segments, recovery.replay(disk, visitor));
        } catch (IOException | RuntimeException e) {
            for (Segment segment : recovery.segments.values()) {
                segment.channel.close();
            }
            throw e;
        }
    }

    private void openSegments(int segmentBytes) throws IOException {
        var numbers = new ArrayList<Integer>();
        try (var files = Files.list(directory)) {
            files.map(Segment::numberOf).filter(number -> number > 0).sorted().forEach(numbers::add);
        }
        if (numbers.isEmpty()) {
            numbers.add(1);
        }
        int last = numbers.getLast();
        for (int number : numbers) {
            if (number != numbers.getFirst() && !segments.containsKey(number - 1)) {
                throw new StoreFailure("%s is missing in %s; restore it from a copy"
                        .formatted(Segment.fileName(number - 1), directory));
            }
            segments.put(number, Segment.open(directory, number, number == last ? segmentBytes : 0));
        }
    }

    /// Visits every record and returns where the log ends.
    private long replay(Disk disk, Visitor visitor) throws IOException {
        int end = 0;
        Segment last = segments.lastEntry().getValue();
        for (Segment segment : segments.values()) {
            end = replay(segment, visitor);
            if (end < segment.bytes.byteSize()) {
                refuseIfVouchedFor(segment, end);
                if (segment != last) {
                    throw damaged(segment, end);
                }
            }
        }
        cutTail(last, end, disk);
        return Location.of(last.number, end);
    }

    private static int replay(Segment segment, Visitor visitor) {
        var bytes = segment.bytes;
        int offset = 0;
        while (LogRecord.isValid(bytes, offset, bytes.byteSize())) {
            visitor.visit(
                    LogRecord.kind(bytes, offset),
                    LogRecord.collection(bytes, offset),
                    LogRecord.slot(bytes, offset),
                    bytes,
                    Location.of(segment.number, offset));
            offset += LogRecord.length(bytes, offset);
        }
        return offset;
    }

    private void refuseIfVouchedFor(Segment segment, int broken) {
        var bytes = segment.bytes;
        long end = contentEnd(bytes, broken);
        long place = Location.of(segment.number, broken);
        for (long offset = broken + 1L; offset < end; offset++) {
            if (LogRecord.isValid(bytes, offset, bytes.byteSize()) && LogRecord.forced(bytes, offset) > place) {
                throw damaged(segment, broken);
            }
        }
    }

    private StoreFailure damaged(Segment segment, int offset) {
        return new StoreFailure(
                "%s is damaged at offset %d: a record there was acknowledged and can no longer be read; restore the file from a copy"
                        .formatted(directory.resolve(segment.file.getFileName()), offset));
    }

    private void cutTail(Segment last, int end, Disk disk) throws IOException {
        long torn = contentEnd(last.bytes, end) - end;
        if (torn > 0) {
            LOG.warn("cut {} bytes of an unfinished write off {} at offset {}", torn, last.file, end);
            last.bytes.asSlice(end, torn).fill((byte) 0);
            last.bytes.asSlice(end, torn).force();
            disk.force(last.channel);
        }
    }

    /// Where the trailing zeros begin, not before `from`.
    private static long contentEnd(MemorySegment bytes, long from) {
        long end = bytes.byteSize();
        while (end > from && bytes.get(ValueLayout.JAVA_BYTE, end - 1) == 0) {
            end--;
        }
        return end;
    }
}
