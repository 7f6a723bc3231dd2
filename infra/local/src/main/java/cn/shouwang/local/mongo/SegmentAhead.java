package cn.shouwang.local.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the next segment full of zeros before it is needed: forcing a record into blocks that a file
/// already has takes half as long as into a hole, for which the file system must first find some.
///
/// It is made under another name, forced, and only then called ready by its name; what a crash leaves
/// the next start deletes. Where it cannot be made, the next segment begins as a hole.
final class SegmentAhead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentAhead.class);

    /// Smaller segments are used up before it pays.
    private static final int LEAST_BYTES = 8 << 20;

    /// Forced one by one, so that a command's own force never waits for many.
    private static final int CHUNK = 1 << 20;

    private final Path directory;
    private final int bytes;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("mongo-segment-ahead").daemon().factory());
    private int asked = -1;

    SegmentAhead(Path directory, int bytes) throws IOException {
        this.directory = directory;
        this.bytes = bytes;
        try (var left = Files.newDirectoryStream(directory, "*.{ahead,draft}")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /// Begins to make segment `number`, unless that was asked before. Called by one thread at a time.
    void prepare(int number) {
        if (bytes >= LEAST_BYTES && asked != number) {
            asked = number;
            thread.execute(() -> write(number));
        }
    }

    private void write(int number) {
        try {
            Files.deleteIfExists(ready(number - 1)); // was too late
            fill(draft(number));
            Files.move(draft(number), ready(number), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.debug("segment {} begins as a hole: {}", number, e.toString());
        }
    }

    private void fill(Path file) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocateDirect(CHUNK);
            for (long at = 0; at < bytes && !thread.isShutdown(); at += zeros.limit()) {
                zeros.clear().limit((int) Math.min(CHUNK, bytes - at));
                Disk.REAL.write(channel, zeros, at);
                channel.force(false);
            }
        }
    }

    /// Puts segment `number` in its place if it is ready; its name is not forced.
    void place(int number) throws IOException {
        if (Files.exists(ready(number))) {
            Files.move(ready(number), directory.resolve(Segment.fileName(number)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path draft(int number) {
        return directory.resolve(Segment.fileName(number) + ".draft");
    }

    private Path ready(int number) {
        return directory.resolve(Segment.fileName(number) + ".ahead");
    }

    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                Files.deleteIfExists(draft(asked));
                Files.deleteIfExists(ready(asked));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
