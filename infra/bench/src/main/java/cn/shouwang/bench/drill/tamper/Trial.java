package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.Finding;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.TileStore;
import cn.shouwang.evidence.verify.Trust;
import cn.shouwang.evidence.verify.Verdict;
import cn.shouwang.evidence.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// One deed on a copy of the log in memory, and what the audit made of it. For one use.
final class Trial {

    static final NoteSigner SIGNER = NoteSigner.fresh(Book.ORIGIN, NoteKey.Kind.LOG);
    static final Trust TRUST = new Trust(Book.ORIGIN, Set.of(SIGNER.key()), Set.of());

    private final Book whole;
    private final Deed deed;
    private final Means means;
    private final int place;
    private final Random random;
    private final TreeSet<Long> held = new TreeSet<>(); // sizes of the checkpoints the auditor has
    private long copied; // how far an earlier copy goes that the auditor has, 0 for none

    Trial(Book whole, Deed deed, Means means, int place, long seed) {
        this.whole = whole;
        this.deed = deed;
        this.means = means;
        this.place = place;
        this.random = new Random(seed);
    }

    /// What the audit failed to see, empty when it saw all of it.
    Optional<String> run() {
        var book = whole.copy();
        var done = deed.on(book, place, random);
        afterwards(book, done.position());
        if (means == Means.STOLEN_KEY || random.nextInt(3) == 0) {
            hold();
        }
        var verdict = new Verifier(book, TRUST, kept()).verify();
        return isSeen(verdict, done)
                ? Optional.empty()
                : Optional.of("%s %s at %d, held %s copy %d: %s"
                        .formatted(deed, means, done.position(), held, copied, verdict.findings()));
    }

    private void afterwards(Book book, long position) {
        switch (means) {
            case ONE_THING -> {}
            case TILES_TOO -> book.rebuild();
            case FOREIGN_KEY -> {
                grow(book);
                book.seal(whole.notes().keySet(), NoteSigner.fresh(Book.ORIGIN, NoteKey.Kind.LOG));
                if (random.nextBoolean()) { // those before are left as they were
                    whole.notes().headMap(position, true).forEach(book.notes()::put);
                }
            }
            case STOLEN_KEY -> {
                grow(book);
                book.seal(whole.notes().keySet(), SIGNER);
            }
        }
    }

    /// Often what was taken away is made up for, so that the size tells nothing.
    private void grow(Book book) {
        var due = whole.events().size() - book.events().size();
        if (due > 0 && random.nextInt(4) > 0) {
            var from = book.events().size();
            var more = CountyEvents.of(due, random.nextLong());
            book.events().addAll(more);
            book.renumber(from);
        }
    }

    /// The last checkpoint and a few others; often with the copy of one of them.
    private void hold() {
        var sizes = List.copyOf(whole.notes().keySet());
        held.add(whole.notes().lastKey());
        for (var more = random.nextInt(5); more > 0; more--) {
            held.add(sizes.get(random.nextInt(sizes.size())));
        }
        if (random.nextBoolean()) {
            var all = List.copyOf(held);
            copied = all.get(random.nextInt(all.size()));
        }
    }

    private Held kept() {
        List<SignedNote> notes = new ArrayList<>();
        held.forEach(size -> notes.add(whole.note(size)));
        return new Held(notes, copied == 0 ? List.of() : List.of(copy()));
    }

    /// The tiles as they were when the log had as many events.
    private TileStore copy() {
        var part = new Book(whole.events().subList(0, (int) copied));
        part.rebuild();
        return part;
    }

    private boolean isSeen(Verdict verdict, Deed.Done done) {
        if (verdict.outcome() != Verdict.Outcome.DAMAGED) {
            return false;
        }
        var first = verdict.findings().getFirst();
        if (!deed.isOfEvents()) {
            return done.what() != null
                    && done.what().equals(first.what())
                    && (done.position() < 0 || first.from() == done.position());
        }
        return isLocated(first, done.position())
                && (means != Means.FOREIGN_KEY
                        || verdict.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNKNOWN_KEY));
    }

    /// At the very place where anything tells it, else between the two checkpoints that still count.
    private boolean isLocated(Finding finding, long position) {
        if (finding.exact()) {
            return finding.from() == position;
        }
        var known = means == Means.ONE_THING || position < copied;
        return !known && finding.from() == floor(finding, position) && position <= finding.to();
    }

    private long floor(Finding finding, long position) {
        var unknown = finding.kind() == Finding.Kind.UNKNOWN_KEY;
        var sizes =
                switch (means) {
                    case ONE_THING, TILES_TOO -> new TreeSet<>(whole.notes().keySet());
                    case FOREIGN_KEY, STOLEN_KEY -> new TreeSet<>(held);
                };
        var floor = sizes.floor(position);
        return unknown ? finding.from() : floor == null ? 0 : floor;
    }
}
