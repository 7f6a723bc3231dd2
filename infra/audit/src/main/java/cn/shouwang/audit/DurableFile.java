package cn.shouwang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files that hold what must not be lost: on disk before they have their name.
final class DurableFile {

    private DurableFile() {}

    /// A file that is not there yet; its owner alone can read it from its first byte on when `isSecret`.
    static void create(Path file, String text, boolean isSecret) {
        try {
            put(file, text, isSecret);
            Folders.force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (FileAlreadyExistsException _) {
            throw new Misused("已存在，不覆盖 (is there already and is not overwritten): " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// After a crash the file holds either the old or the new text.
    static void replace(Path file, String text) {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            put(draft, text, false);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void put(Path file, String text, boolean isSecret) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        var mode = PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(isSecret ? "rw-------" : "rw-r--r--"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
