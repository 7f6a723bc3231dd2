package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The checkpoints that count, stored and held, by size; sets aside the others.
final class Marks {

    /// A stored or held checkpoint that does not count.
    record Refused(Kind kind, long size, Said why) {}

    private static final int MOST_REFUSED = 1000;

    private final Cursor<StoredNote> notes;
    private final Trust trust;
    private final Deque<Candidate> held;
    private final List<Refused> refused = new ArrayList<>();
    private long refusedCount;
    private @Nullable Candidate ahead;
    private long lastStored = -1;
    private long countStored;

    Marks(Cursor<StoredNote> notes, Trust trust, Held held) {
        this.notes = notes;
        this.trust = trust;
        this.held = new ArrayDeque<>();
        held.notes().stream()
                .map(this::held)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Candidate::mark))
                .forEach(this.held::add);
        ahead = stored();
    }

    /// The next one, which stays the next.
    @Nullable
    Candidate peek() {
        var first = held.peek();
        if (first == null || ahead == null) {
            return first == null ? ahead : first;
        }
        return first.mark().size() < ahead.mark().size() ? first : ahead;
    }

    void skip() {
        var next = peek();
        if (next != null && next.mark().held()) {
            held.remove();
        } else {
            ahead = stored();
        }
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }

    long refusedCount() {
        return refusedCount;
    }

    /// The largest size a checkpoint is stored under so far, -1 for none.
    long lastStored() {
        return lastStored;
    }

    long countStored() {
        return countStored;
    }

    private @Nullable Candidate stored() {
        while (notes.hasNext()) {
            var note = notes.next();
            lastStored = Math.max(lastStored, note.size());
            countStored++;
            try {
                return stored(note);
            } catch (Refusal refusal) {
                refuse(refusal.kind, note.size(), refusal.why);
            }
        }
        return null;
    }

    private void refuse(Kind kind, long size, Said why) {
        refusedCount++;
        if (refused.size() < MOST_REFUSED) {
            refused.add(new Refused(kind, size, why));
        }
    }

    private Candidate stored(StoredNote stored) throws Refusal {
        var note = note(stored.note());
        var checkpoint = checkpoint(note);
        if (checkpoint.size() != stored.size()) {
            throw new Refusal(
                    Kind.BAD_CHECKPOINT, Said.of("存放的大小与内容不符", "it is filed under another size than its own"));
        }
        if (!checkpoint.origin().equals(trust.origin())) {
            throw new Refusal(
                    Kind.OTHER_LOG,
                    Said.of("它属于 %s，而不是 %s", "it belongs to %s, not to %s", checkpoint.origin(), trust.origin()));
        }
        if (!trust.log().isEmpty()) {
            mustBeSigned(note);
        }
        return new Candidate(
                new Mark(checkpoint.size(), checkpoint.root(), false), cosigned(note, checkpoint), !notes.hasNext());
    }

    private @Nullable Candidate held(SignedNote note) {
        try {
            var checkpoint = checkpoint(note);
            if (!checkpoint.origin().equals(trust.origin())) {
                return null;
            }
            try {
                mustBeSigned(note);
            } catch (Refusal refusal) {
                refuse(refusal.kind, checkpoint.size(), heldBy(refusal.why));
            }
            return new Candidate(
                    new Mark(checkpoint.size(), checkpoint.root(), true), cosigned(note, checkpoint), false);
        } catch (Refusal _) {
            return null; // no checkpoint at all; whoever read it in said so
        }
    }

    private static Said heldBy(Said why) {
        return new Said("(所持检查点)" + why.zh(), "(a checkpoint that is held) " + why.en());
    }

    private void mustBeSigned(SignedNote note) throws Refusal {
        if (trust.log().stream().noneMatch(key -> isSigned(key, note))) {
            var bad = trust.log().stream().anyMatch(key -> isClaimed(key, note));
            throw bad
                    ? new Refusal(Kind.BAD_SIGNATURE, Said.of("内容与签名不符", "what it says is not what was signed"))
                    : new Refusal(Kind.UNKNOWN_KEY, Said.of("签名密钥不在受信任之列", "none of the trusted keys has signed it"));
        }
    }

    private List<Verdict.Cosigned> cosigned(SignedNote note, Checkpoint checkpoint) {
        var cosigned = new ArrayList<Verdict.Cosigned>();
        for (var witness : trust.witnesses()) {
            try {
                witness.signed(note)
                        .ifPresent(at -> cosigned.add(new Verdict.Cosigned(witness.name(), checkpoint.size(), at)));
            } catch (Malformed _) {
                refuse(
                        Kind.BAD_SIGNATURE,
                        checkpoint.size(),
                        Said.of("%s 的联署无效", "the cosignature of %s is not good", witness.name()));
            }
        }
        return cosigned;
    }

    private static boolean isSigned(NoteKey key, SignedNote note) {
        try {
            return key.signed(note).isPresent();
        } catch (Malformed _) {
            return false;
        }
    }

    private static boolean isClaimed(NoteKey key, SignedNote note) {
        return note.signatures().stream()
                .anyMatch(line -> line.keyId() == key.id() && line.name().equals(key.name()));
    }

    private static SignedNote note(String text) throws Refusal {
        try {
            return SignedNote.parse(text);
        } catch (Malformed _) {
            throw new Refusal(Kind.BAD_CHECKPOINT, Said.of("不是签名文本", "it is not a signed note"));
        }
    }

    private static Checkpoint checkpoint(SignedNote note) throws Refusal {
        try {
            return Checkpoint.parse(note.text());
        } catch (Malformed _) {
            throw new Refusal(Kind.BAD_CHECKPOINT, Said.of("签名文本里没有检查点", "the note holds no checkpoint"));
        }
    }

    private static final class Refusal extends Exception {
        private final Kind kind;
        private final transient Said why;

        Refusal(Kind kind, Said why) {
            super(why.en(), null, false, false);
            this.kind = kind;
            this.why = why;
        }
    }
}
