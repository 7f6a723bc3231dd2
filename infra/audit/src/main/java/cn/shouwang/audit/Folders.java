package cn.shouwang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whole folders: listed, copied, put in place, deleted.
final class Folders {

    private Folders() {}

    /// The folders in a folder, by name.
    static List<Path> in(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    /// What is in a folder, by name.
    static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /// A folder that is gone when this process ends, however it ends.
    static Path temporary() {
        try {
            var folder = Files.createTempDirectory("shouwang-audit");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder", e);
        }
    }

    static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    /// Copies the data of a server that does not run, and keeps it from starting meanwhile.
    static void copyUnused(Path from, Path to) {
        try (var lock = FileChannel.open(from.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock(lock) == null) {
                throw new Misused("数据正在使用：运行中的系统请直接核对，或先停止 (the data is in use: audit the running suite,"
                        + " or stop it first): " + from);
            }
            for (var file : list(from)) {
                if (Files.isRegularFile(file) && !file.endsWith("lock")) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    private static @Nullable Object lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // by this very process
        }
    }

    /// Gives a finished folder its name, once everything in it is on disk; refuses one that is there.
    static void putInPlace(Path draft, Path target) {
        try {
            if (Files.exists(target)) {
                throw new Misused("已存在，不覆盖 (is there already and is not overwritten): " + target);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            force(Objects.requireNonNull(target.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /// Makes a folder's or a file's content durable.
    static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
