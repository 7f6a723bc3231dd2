package cn.shouwang.local.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The three calls that decide what survives a crash, so that a test can count, hold or fail them.
interface Disk {

    Disk REAL = new Disk() {};

    default void write(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    default void force(FileChannel file) throws IOException {
        file.force(false);
    }

    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /// Makes the names in `directory` durable: a created or deleted file stays so.
    default void forceNames(Path directory) throws IOException {
        try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
