package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.verify.Entry;
import cn.shouwang.evidence.verify.Trust;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes one log as an [ExportFolder], up to its last checkpoint and as it is stored, right or not: the same
/// bytes whenever it ends with the same checkpoint. Everything is on disk when it returns.
public final class ExportWriter {

    private static final int BUFFER = 1 << 20;

    private final Path folder;

    public ExportWriter(Path folder) {
        this.folder = folder;
    }

    public void write(Source source, Trust trust) {
        var end = Export.end(source);
        try {
            Files.createDirectories(folder.resolve(ExportFolder.CHECKPOINTS));
            events(source, end);
            tiles(source, end.size());
            checkpoints(source, end.size());
            file(folder.resolve(ExportFolder.KEYS), keys(trust));
            file(folder.resolve("README.md"), ExportReadme.of(end));
            Folders.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private void events(Source source, Checkpoint end) throws IOException {
        var file = folder.resolve(ExportFolder.EVENTS);
        var line = new LeafLine();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                var entries = source.entries(end.hashing())) {
            while (entries.hasNext()) {
                var entry = entries.next();
                if (entry.position() < end.size()) {
                    line(out, line, entry);
                }
            }
        }
        Folders.force(file);
    }

    private static void line(OutputStream out, LeafLine line, Entry entry) throws IOException {
        out.write(
                entry.event() == null
                        ? ("{\"unreadable\":" + entry.position() + "}").getBytes(StandardCharsets.US_ASCII)
                        : line.of(entry.event()));
        out.write('\n');
    }

    /// A tile that is not there is left out; verifying tells.
    private void tiles(Source source, long size) throws IOException {
        var level = 0;
        for (var hashes = size; hashes > 0; hashes /= Tiles.WIDTH) {
            for (var index = 0L; index * Tiles.WIDTH < hashes; index++) {
                tile(source, level, index, (int) Math.min(Tiles.WIDTH, hashes - index * Tiles.WIDTH));
            }
            level++;
        }
    }

    private void tile(Source source, int level, long index, int width) throws IOException {
        var tile = source.tile(level, index);
        if (tile.isPresent()) {
            var bytes = tile.get();
            var length = Math.min(bytes.length, width * Hash.BYTES);
            file(folder.resolve(Tiles.path(level, index, width)), Arrays.copyOf(bytes, length));
        }
    }

    private void checkpoints(Source source, long size) throws IOException {
        try (var notes = source.checkpoints()) {
            while (notes.hasNext()) {
                var note = notes.next();
                if (note.size() <= size) {
                    file(
                            folder.resolve(ExportFolder.CHECKPOINTS).resolve(note.size() + ".txt"),
                            note.note().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static byte[] keys(Trust trust) {
        var keys = trust.log().stream()
                .map(NoteKey::toString)
                .sorted()
                .map(key -> key + "\n")
                .collect(Collectors.joining());
        var head = List.of(
                "# 公钥，仅供比对：请用另行保存的那一份。", "# Public keys, for comparison only: trust the copy you keep elsewhere.");
        return (String.join("\n", head) + "\n" + keys).getBytes(StandardCharsets.UTF_8);
    }

    private static void file(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
        Folders.force(file);
    }
}
