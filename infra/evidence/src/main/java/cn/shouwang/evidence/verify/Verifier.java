package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Verifies a log in one pass. For one use.
public final class Verifier {

    private static final long LARGEST_GAP = 1_000_000; // of which nobody remembers anything
    private static final int MOST_DOUBLED = 50;

    private final SealedLog log;
    private final Trust trust;
    private final Hashing hashing;
    private final Trees trees;
    private final Structure structure = new Structure();
    private final Held held;
    private final Map<String, Verdict.Cosigned> cosigned = new HashMap<>();
    private final List<Mark> beyond = new ArrayList<>();
    private long next;
    private long head;
    private long compared;
    private final Gaps gaps = new Gaps();
    private @Nullable Mark certain;
    private @Nullable Mark certainHeld;
    private long doubled;
    private boolean ended;
    private boolean endProven;

    public Verifier(SealedLog log, Trust trust, Held held) {
        this.log = log;
        this.trust = trust;
        this.held = held;
        this.hashing = Checkpoint.hashing(trust.origin());
        this.trees = new Trees(hashing, log, held.copies());
    }

    /// Reads everything once.
    public Verdict verify() {
        try (var notes = log.checkpoints()) {
            var marks = new Marks(notes, trust, held);
            judge(marks);
            try (var entries = log.entries(hashing)) {
                read(entries, marks);
            }
            head = next;
            end(marks);
            return new Conclusion(this, marks).verdict();
        }
    }

    private void read(Cursor<Entry> entries, Marks marks) {
        while (entries.hasNext()) {
            var entry = entries.next();
            defect(entry);
            if (entry.position() < next) {
                again(entry);
            } else if (entry.position() - next > LARGEST_GAP && !trees.knows(entry.position() - 1)) {
                gaps.open(next, entry.position());
                trees.await(finding(Kind.MISSING, next, entry.position())
                        .with(new Said("其后未再核对", "what follows was not looked at")));
                return;
            } else {
                if (entry.position() > next) {
                    gaps.open(next, entry.position());
                    trees.await(finding(Kind.MISSING, next, entry.position()));
                }
                leaveOut(entry.position(), marks);
                step(entry, marks);
            }
        }
    }

    private void defect(Entry entry) {
        if (entry.defect() != null) {
            var kind = entry.defect().kind();
            trees.await(finding(kind, entry.position(), entry.position() + 1)
                    .with(entry.defect().what()));
        }
    }

    /// A place that was read before is there once more: somebody put one in, or they are out of order.
    private void again(Entry entry) {
        if (gaps.isLate(entry.position())) {
            if (!trees.agrees(entry)) {
                trees.await(finding(Kind.CHANGED, entry.position(), entry.position() + 1));
            }
        } else if (++doubled <= MOST_DOUBLED) {
            trees.await(finding(Kind.INSERTED, entry.position(), entry.position() + 1)
                    .with(Said.of("它又出现在位置 %d 之后", "it is there again behind position %d", next - 1)));
        }
    }

    private static Finding finding(Kind kind, long from, long to) {
        return new Finding(kind, from, to, true, null, null, null, List.of());
    }

    private void leaveOut(long to, Marks marks) {
        while (next < to) {
            step(null, marks);
        }
    }

    private void step(@Nullable Entry entry, Marks marks) {
        trees.add(next, entry);
        structure.next(entry == null ? null : entry.event());
        next++;
        judge(marks);
    }

    private void judge(Marks marks) {
        for (var candidate = marks.peek();
                candidate != null && candidate.mark().size() <= next;
                candidate = marks.peek()) {
            marks.skip();
            compared++;
            var proven = trees.judge(candidate);
            if (isBeyond(candidate.mark())) {
                endProven |= proven;
            } else if (proven) {
                candidate.cosigned().forEach(one -> cosigned.put(one.name(), one));
            }
        }
    }

    /// Checkpoints of events that are not there: what others remember of these tells whether the rest is whole.
    private void end(Marks marks) {
        certain = trees.good();
        certainHeld = trees.goodHeld();
        ended = true;
        for (var candidate = marks.peek(); candidate != null; candidate = marks.peek()) {
            var size = candidate.mark().size();
            if (trees.knows(size - 1)) {
                leaveOut(size, marks);
            } else {
                isBeyond(candidate.mark());
                marks.skip();
            }
        }
    }

    private boolean isBeyond(Mark mark) {
        var is = ended && mark.size() > head;
        if (is) {
            beyond.add(mark);
        }
        return is;
    }

    /// Whether tiles know of events behind the end of the log.
    boolean tilesGoOn() {
        var tile = log.tile(0, head / Tiles.WIDTH);
        var more = tile.map(bytes -> bytes.length / Hash.BYTES).orElse(0) > head % Tiles.WIDTH;
        return (more || log.tile(0, head / Tiles.WIDTH + 1).isPresent()) && log.head() <= head;
    }

    Trust trust() {
        return trust;
    }

    Hashing hashing() {
        return hashing;
    }

    Trees trees() {
        return trees;
    }

    Structure structure() {
        return structure;
    }

    List<Verdict.Cosigned> cosigned() {
        return cosigned.values().stream()
                .sorted(Comparator.comparing(Verdict.Cosigned::name))
                .toList();
    }

    /// Checkpoints larger than the log.
    List<Mark> beyond() {
        return beyond;
    }

    /// Whether the missing end is all that is missing up to the last checkpoint behind it.
    boolean isEndProven() {
        return endProven;
    }

    long head() {
        return head;
    }

    /// Checkpoints that count and were compared.
    long compared() {
        return compared;
    }

    Gaps gaps() {
        return gaps;
    }

    /// The largest checkpoint that agrees with what is there.
    @Nullable
    Mark certain() {
        return certain;
    }

    @Nullable
    Mark certainHeld() {
        return certainHeld;
    }
}
