package cn.shouwang.bench.drill.tamper;

import cn.shouwang.audit.Source;
import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.Cursor;
import cn.shouwang.evidence.verify.Entry;
import cn.shouwang.evidence.verify.StoredNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A sealed log in memory, to be copied and spoiled.
final class Book implements Source {

    static final String SERVICE = "drill";
    static final String ORIGIN = "shouwang/440233/" + SERVICE;
    private static final Instant SIGNED = Instant.parse("2026-01-05T01:00:00Z");

    private final List<LoggedEvent> events;
    private final Map<String, byte[]> tiles = new HashMap<>();
    private final TreeMap<Long, String> notes = new TreeMap<>();

    Book(Collection<LoggedEvent> events) {
        this.events = new ArrayList<>(events);
    }

    Book copy() {
        var copy = new Book(events);
        copy.tiles.putAll(tiles); // a tile that is changed is replaced
        copy.notes.putAll(notes);
        return copy;
    }

    List<LoggedEvent> events() {
        return events;
    }

    Map<String, byte[]> tileMap() {
        return tiles;
    }

    NavigableMap<Long, String> notes() {
        return notes;
    }

    SignedNote note(long size) {
        return SignedNote.parse(Objects.requireNonNull(notes.get(size)));
    }

    /// Makes the tiles those of the events.
    void rebuild() {
        tiles.clear();
        var frontier = new Frontier(Hashing.SHA256, this::keep);
        var line = new LeafLine();
        var hasher = Hashing.SHA256.hasher();
        events.forEach(event -> frontier.add(line.hash(event, hasher)));
        frontier.parts(this::keep);
    }

    private void keep(int level, long index, byte[] hashes) {
        tiles.put(level + "/" + index, hashes);
    }

    /// Makes the tiles those of the events and signs them at these sizes.
    void seal(Collection<Long> sizes, NoteSigner signer) {
        tiles.clear();
        notes.clear();
        var due = new TreeMap<Long, Boolean>();
        sizes.forEach(size -> due.put(size, true));
        due.put((long) events.size(), true);
        var frontier = new Frontier(Hashing.SHA256, this::keep);
        var line = new LeafLine();
        var hasher = Hashing.SHA256.hasher();
        for (var event : events) {
            frontier.add(line.hash(event, hasher));
            if (due.containsKey(frontier.size())) {
                sign(frontier.size(), frontier.root(), signer);
            }
        }
        frontier.parts(this::keep);
    }

    void sign(long size, Hash root, NoteSigner signer) {
        var text = Checkpoint.of(signer.key().name(), size, root).text();
        notes.put(size, signer.sign(text, SIGNED).toString());
    }

    /// Numbers the events as they stand, from place `from` on: positions, commits, and each stream's sequence.
    void renumber(int from) {
        var sequences = new HashMap<String, Long>();
        for (var index = 0; index < events.size(); index++) {
            var event = events.get(index);
            long sequence = sequences.merge(event.stream(), 1L, Long::sum) - 1;
            if (index >= from) {
                var shift = index - event.position();
                events.set(index, Deeds.placed(event, index, event.commit() + shift, sequence));
            }
        }
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public List<NoteKey> keys() {
        return List.of();
    }

    @Override
    public Cursor<StoredNote> checkpoints() {
        return Cursor.over(notes.entrySet().stream()
                .map(note -> new StoredNote(note.getKey(), note.getValue()))
                .toList());
    }

    @Override
    public Cursor<Entry> entries(Hashing hashing) {
        var line = new LeafLine();
        var hasher = hashing.hasher();
        var stored = events.iterator();
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return stored.hasNext();
            }

            @Override
            public Entry next() {
                var event = stored.next();
                return Entry.of(event, line.hash(event, hasher));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public Optional<byte[]> tile(int level, long index) {
        return Optional.ofNullable(tiles.get(level + "/" + index));
    }
}
