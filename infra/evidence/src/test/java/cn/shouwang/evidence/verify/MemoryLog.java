package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A log of pears in memory with all that is sealed of it, to be changed at will.
final class MemoryLog implements SealedLog {

    static final String ORIGIN = "shouwang/440233/pear";
    static final NoteSigner SIGNER = NoteSigner.fresh(ORIGIN, NoteKey.Kind.LOG);
    static final Instant BEGIN = Instant.parse("2026-05-04T01:02:03.040Z");

    final List<LoggedEvent> events = new ArrayList<>();
    final Map<String, byte[]> tiles = new HashMap<>();
    final TreeMap<Long, String> notes = new TreeMap<>();

    /// `size` events in commits of one to three, of seven streams; a checkpoint at every `step`th and the last.
    static MemoryLog of(long size, long step) {
        var log = new MemoryLog();
        var sequences = new HashMap<String, Long>();
        for (var position = 0L; position < size; ) {
            var many = Math.min(size - position, 1 + position % 3);
            var stream = "pear-" + position % 7;
            for (var place = 0L; place < many; place++) {
                var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
                log.events.add(event(position + place, position, stream, sequence));
            }
            position += many;
        }
        log.seal(step, SIGNER);
        return log;
    }

    static LoggedEvent event(long position, long commit, String stream, long sequence) {
        var first = position == commit;
        return new LoggedEvent(
                position,
                commit,
                first ? "key-" + position : null,
                first ? "print-" + position : null,
                stream,
                "Pear",
                sequence,
                "id-" + position,
                "pear.watered",
                "1",
                BEGIN.plusMillis(position),
                "{\"pear\":\"%s\",\"litres\":%d}".formatted(stream, position),
                "{\"actor\":\"gardener\"}");
    }

    /// Seals what is there, as if nothing had ever been sealed.
    void seal(long step, NoteSigner signer) {
        notes.clear();
        tiles.clear();
        tile();
        var frontier = new Frontier(Hashing.SHA256, (_, _, _) -> {});
        for (var event : events) {
            frontier.add(new LeafLine().hash(event, Hashing.SHA256.hasher()));
            if (frontier.size() % step == 0 || frontier.size() == events.size()) {
                notes.put(frontier.size(), note(signer, frontier).toString());
            }
        }
    }

    static SignedNote note(NoteSigner signer, Frontier frontier) {
        return signer.sign(
                Checkpoint.of(signer.key().name(), frontier.size(), frontier.root())
                        .text(),
                BEGIN);
    }

    /// Writes the tiles of what is there.
    void tile() {
        var frontier = new Frontier(Hashing.SHA256, this::keep);
        events.forEach(event -> frontier.add(new LeafLine().hash(event, Hashing.SHA256.hasher())));
        frontier.parts(this::keep);
    }

    private void keep(int level, long index, byte[] hashes) {
        tiles.put(level + "/" + index, hashes);
    }

    MemoryLog copy() {
        var copy = new MemoryLog();
        copy.events.addAll(events);
        tiles.forEach((name, tile) -> copy.tiles.put(name, tile.clone()));
        copy.notes.putAll(notes);
        return copy;
    }

    void change(int position, UnaryOperator<LoggedEvent> change) {
        events.set(position, change.apply(events.get(position)));
    }

    /// Numbers the events anew, each in a commit of its own where it was in one.
    void renumber() {
        var sequences = new HashMap<String, Long>();
        var shift = 0L;
        for (var index = 0; index < events.size(); index++) {
            var event = events.get(index);
            shift = event.commit() == event.position() ? index - event.position() : shift;
            var sequence = sequences.merge(event.stream(), 1L, Long::sum) - 1;
            events.set(index, placed(event, index, event.commit() + shift, sequence));
        }
    }

    static LoggedEvent placed(LoggedEvent event, long position, long commit, long sequence) {
        return new LoggedEvent(
                position,
                commit,
                event.key(),
                event.print(),
                event.stream(),
                event.type(),
                sequence,
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                event.payload(),
                event.meta());
    }

    static LoggedEvent saying(LoggedEvent event, String payload, Instant at) {
        return new LoggedEvent(
                event.position(),
                event.commit(),
                event.key(),
                event.print(),
                event.stream(),
                event.type(),
                event.sequence(),
                event.id(),
                event.name(),
                event.revision(),
                at,
                payload,
                event.meta());
    }

    SignedNote held(long size) {
        return SignedNote.parse(Objects.requireNonNull(notes.get(size)));
    }

    static Trust trust() {
        return new Trust(ORIGIN, Set.of(SIGNER.key()), Set.of());
    }

    Verdict verify(Held held) {
        return new Verifier(this, trust(), held).verify();
    }

    Verdict verify() {
        return verify(Held.NOTHING);
    }

    @Override
    public Cursor<StoredNote> checkpoints() {
        return Cursor.over(notes.entrySet().stream()
                .map(note -> new StoredNote(note.getKey(), note.getValue()))
                .toList());
    }

    @Override
    public Cursor<Entry> entries(Hashing hashing) {
        return Cursor.over(events.stream()
                .map(event -> Entry.of(event, new LeafLine().hash(event, hashing.hasher())))
                .toList());
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
