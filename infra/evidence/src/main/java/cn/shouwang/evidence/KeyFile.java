package cn.shouwang.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Keys that sign, one `PRIVATE+KEY+…` a line, in a file that its owner alone can read (mode 0600).
///
/// Each of them signs, so that one key follows another without a gap: the new one is put in beside the
/// old one, and the old one goes once everybody has the new one's public half.
public record KeyFile(Path path) {

    public boolean exists() {
        return Files.exists(path);
    }

    /// The keys of the file; [Malformed], never with what is in it, when it holds none.
    public List<NoteSigner> read() {
        try {
            var keys = Files.readAllLines(path).stream()
                    .filter(line -> !line.isBlank())
                    .map(NoteSigner::parse)
                    .toList();
            if (keys.isEmpty()) {
                throw new Malformed("no key in " + path);
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key in " + path, e);
        }
    }

    /// Makes the file with a key of its own. It appears whole or not at all, and of several processes that
    /// begin at once the first one's stays.
    public void begin(NoteSigner key) {
        var draft = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            write(draft, key.secret() + "\n");
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException _) {
            // the other process was first, and its key holds
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        } finally {
            delete(draft);
        }
    }

    private static void write(Path draft, String text) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + draft, e);
        }
    }
}
