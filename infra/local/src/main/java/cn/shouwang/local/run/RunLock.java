package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Held by the one runner of a checkout for as long as it lives; the kernel gives it back when it dies.
record RunLock(FileChannel channel) implements AutoCloseable {

    /// Empty when another runner holds it.
    static Optional<RunLock> take(Path run) {
        try {
            Files.createDirectories(run);
            var channel =
                    FileChannel.open(run.resolve("runner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + run, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
