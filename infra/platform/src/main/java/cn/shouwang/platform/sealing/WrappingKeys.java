package cn.shouwang.platform.sealing;

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
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The installation's keys under which person keys are wrapped, and the key of the search index.
///
/// A file outside the database, mode 0600: `{"current": 2, "wrapping": {"2": base64}, "index":
/// base64}`, 32 bytes each. Without it nothing personal can be read again, and whoever holds it and a
/// copy of the database can read all: back the two up apart. Read again when it changes, so several
/// processes may share it.
public final class WrappingKeys {

    record Form(long current, Map<Long, String> wrapping, String index) {}

    private record Reading(Stamp stamp, Form form, Map<Long, Secret> wrapping, Secret index) {}

    /// What tells one file from the next: the time alone ticks in milliseconds, and two rotations may fall
    /// into one.
    private record Stamp(FileTime modified, @Nullable Object file, long size) {

        static Stamp of(Path file) throws IOException {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(seen.lastModifiedTime(), seen.fileKey(), seen.size());
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Object ROTATION = new Object(); // a file lock is the whole process's

    private final Path file;
    private final BooleanSupplier fresh;
    private volatile @Nullable Reading reading;

    /// The keys of `file`, read when first needed. A missing file is then made if nothing was sealed
    /// before, as `fresh` tells; otherwise it is an error, because new keys would not open what is there.
    public WrappingKeys(Path file, BooleanSupplier fresh) {
        this.file = file;
        this.fresh = fresh;
    }

    /// A key and its version, of one reading of the file.
    record Current(long version, Secret key) {}

    Current current() {
        var now = reading();
        var version = now.form().current();
        return new Current(version, Objects.requireNonNull(now.wrapping().get(version)));
    }

    /// The key of a version; empty once it was dropped.
    Optional<Secret> version(long version) {
        return Optional.ofNullable(reading().wrapping().get(version));
    }

    /// The same for as long as the file is: hashes made with another would find nothing. So the file is not
    /// looked at again.
    Secret index() {
        var last = reading;
        return last == null ? reading().index() : last.index();
    }

    /// The versions that something may still be wrapped by, without the current one.
    Set<Long> others() {
        var form = reading().form();
        var versions = new TreeSet<>(form.wrapping().keySet());
        versions.remove(form.current());
        return versions;
    }

    /// Does `work` while nobody else rotates, here or in another process: two that both add a key of the
    /// next version would lose one of them. The lock file beside the keys goes with the process.
    <T> T alone(Supplier<T> work) {
        synchronized (ROTATION) {
            reading();
            try (var channel = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            OWNER_ONLY);
                    var _ = channel.lock()) {
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot lock the wrapping keys " + file, e);
            }
        }
    }

    /// Adds a key under which everything is wrapped from now on; the one before stays until
    /// [#dropOthers]. Both only [#alone].
    void rotate() {
        var form = reading().form();
        var wrapping = new TreeMap<>(form.wrapping());
        var next = form.current() + 1;
        wrapping.put(next, random());
        replace(new Form(next, wrapping, form.index()));
    }

    /// Forgets every key but the current one.
    void dropOthers() {
        var form = reading().form();
        var current = Objects.requireNonNull(form.wrapping().get(form.current()));
        replace(new Form(form.current(), Map.of(form.current(), current), form.index()));
    }

    private Reading reading() {
        try {
            if (Files.notExists(file)) {
                begin();
            }
            var stamp = Stamp.of(file);
            var last = reading;
            if (last != null && last.stamp().equals(stamp)) {
                return last;
            }
            var form = JSON.readValue(Files.readString(file), Form.class);
            var wrapping = new TreeMap<Long, Secret>();
            form.wrapping().forEach((version, text) -> wrapping.put(version, secret(text)));
            var now = new Reading(stamp, form, wrapping, secret(form.index()));
            reading = now;
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the wrapping keys " + file, e);
        }
    }

    /// Two processes may start at once: the first file stays.
    private void begin() {
        if (!fresh.getAsBoolean()) {
            if (Files.exists(file)) {
                return; // another process made it just now, and has sealed something already
            }
            throw new IllegalStateException("there are sealed data but no keys in " + file + ": restore that file");
        }
        var draft = draft(new Form(1, Map.of(1L, random()), random()));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // the other process was first, and its keys hold
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            delete(draft);
        }
    }

    private void replace(Form form) {
        var draft = draft(form);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            reading = null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Path draft(Form form) {
        var draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (var channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsString(form).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return draft;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + draft, e);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + draft, e);
        }
    }

    private static String random() {
        return Base64.getEncoder().encodeToString(Secret.random().bytes());
    }

    private static Secret secret(String text) {
        return new Secret(Base64.getDecoder().decode(text));
    }
}
