package cn.shouwang.audit;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.verify.Cursor;
import cn.shouwang.evidence.verify.Entry;
import cn.shouwang.evidence.verify.Entry.Defect;
import cn.shouwang.evidence.verify.Finding.Kind;
import cn.shouwang.evidence.verify.Said;
import cn.shouwang.evidence.verify.StoredNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An exported folder: `events.jsonl`, a line an event; `tile/…` in the paths of c2sp.org/tlog-tiles;
/// `checkpoints/<size>.txt`; `keys.txt`, a public key a line.
public record ExportFolder(Path folder) implements Source {

    static final String EVENTS = "events.jsonl";
    static final String CHECKPOINTS = "checkpoints";
    static final String KEYS = "keys.txt";

    /// Whether a folder is an export.
    static boolean is(Path folder) {
        return Files.isRegularFile(folder.resolve(EVENTS));
    }

    /// Named by the origin its keys or checkpoints say, else by the folder.
    @Override
    public String service() {
        return origin().map(Trusted::service).orElse(String.valueOf(folder.getFileName()));
    }

    @Override
    public List<NoteKey> keys() {
        var file = folder.resolve(KEYS);
        return Files.isRegularFile(file) ? Trusted.keys(file) : List.of();
    }

    @Override
    public Cursor<StoredNote> checkpoints() {
        var sizes = sizes();
        Iterator<StoredNote> notes = sizes.stream().map(this::note).iterator();
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return notes.hasNext();
            }

            @Override
            public StoredNote next() {
                return notes.next();
            }

            @Override
            public void close() {}
        };
    }

    private List<Long> sizes() {
        var notes = folder.resolve(CHECKPOINTS);
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        try (var files = Files.list(notes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\.txt"))
                    .map(name -> Long.parseLong(name.replace(".txt", "")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + notes, e);
        }
    }

    private StoredNote note(long size) {
        return new StoredNote(
                size, new String(bytes(folder.resolve(CHECKPOINTS).resolve(size + ".txt")), StandardCharsets.UTF_8));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// A full tile, or else the widest part of it.
    @Override
    public Optional<byte[]> tile(int level, long index) {
        var full = folder.resolve(Tiles.path(level, index, Tiles.WIDTH));
        if (Files.isRegularFile(full)) {
            return Optional.of(bytes(full));
        }
        var parts = full.resolveSibling(full.getFileName() + ".p");
        return IntStream.iterate(Tiles.WIDTH - 1, width -> width > 0, width -> width - 1)
                .mapToObj(width -> parts.resolve(Integer.toString(width)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ExportFolder::bytes);
    }

    @Override
    public Cursor<Entry> entries(Hashing hashing) {
        return new Events(new Lines(folder.resolve(EVENTS)), hashing);
    }

    @Override
    public long head() {
        var head = 0L;
        try (var entries = entries(Hashing.SHA256)) {
            while (entries.hasNext()) {
                entries.next();
                head++;
            }
        }
        return head;
    }

    private static final class Events implements Cursor<Entry> {

        private static final Hash NOTHING = Hash.of(new byte[Hash.BYTES]);

        private final Lines lines;
        private final Hashing.Hasher hasher;
        private Lines.@Nullable Line ahead;
        private long due;
        private boolean converted;

        Events(Lines lines, Hashing hashing) {
            this.lines = lines;
            this.hasher = hashing.hasher();
            this.ahead = lines.next();
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public Entry next() {
            var line = ahead;
            if (line == null) {
                throw new NoSuchElementException();
            }
            ahead = lines.next();
            var entry = entry(line);
            due = Math.max(due, entry.position()) + 1;
            return entry;
        }

        private Entry entry(Lines.Line line) {
            if (!line.whole()) {
                return unreadable(NOTHING, "这一行比任何事件都长", "the line is longer than any event");
            }
            var bytes = line.text();
            var leaf = hasher.leaf(bytes);
            try {
                var event = LoggedEvent.parse(bytes);
                return new Entry(event.position(), leaf, event, defect(line));
            } catch (Malformed _) {
                return line.ended()
                        ? unreadable(leaf, "这一行不是规范写法的事件", "the line is no event in its canonical form")
                        : unreadable(leaf, "文件在一行中间结束", "the file ends in the middle of a line");
            }
        }

        private @Nullable Defect defect(Lines.Line line) {
            if (line.endsInReturn() && !converted) {
                converted = true;
                return new Defect(
                        Kind.CONVERTED,
                        new Said(
                                "行尾被改成 CRLF（常见于文本工具），已按原行尾核对；请用原始文件",
                                "its lines end in CRLF, which text tools do; they were checked without. Use the original file"));
            }
            return line.ended()
                    ? null
                    : new Defect(Kind.UNREADABLE, new Said("最后一行没有换行符", "the last line does not end in a newline"));
        }

        private Entry unreadable(Hash leaf, String zh, String en) {
            return new Entry(due, leaf, null, new Defect(Kind.UNREADABLE, new Said(zh, en)));
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
