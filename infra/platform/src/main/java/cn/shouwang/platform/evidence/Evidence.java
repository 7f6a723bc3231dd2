package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.EventProof;
import cn.shouwang.evidence.Growth;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.evidence.Alarm.Trouble;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.evidence.Findings.Witnessed;
import cn.shouwang.platform.evidence.KnownKeys.Known;
import cn.shouwang.platform.evidence.Standing.State;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What is told of a service's evidence. Everything told is public by nature but the line of an event, which
/// only offices of its division get.
public final class Evidence {

    /// A checkpoint and the parties that signed it: the log itself and its witnesses.
    public record Entry(long size, String root, Instant at, List<String> signedBy) {

        static Entry of(Stored stored) {
            var names = stored.note().signatures().stream()
                    .map(SignedNote.Line::name)
                    .toList();
            return new Entry(stored.size(), stored.head().root().toBase64(), stored.at(), names);
        }
    }

    private final Sealer sealer;
    private final List<NoteKey> witnesses;
    private final LogEngine engine;
    private final Gate gate;
    private final Clock clock;

    Evidence(Sealer sealer, List<NoteKey> witnesses, LogEngine engine, Gate gate, Clock clock) {
        this.sealer = sealer;
        this.witnesses = witnesses;
        this.engine = engine;
        this.gate = gate;
        this.clock = clock;
    }

    Standing standing() {
        var finding = sealer.findings().first();
        var trouble = finding.map(found -> new Trouble(found.code(), State.DAMAGED))
                .or(() -> sealer.alarm().trouble());
        var last = last();
        var round = sealer.findings().round();
        return new Standing(
                sealer.origin(),
                trouble.map(Trouble::state).orElse(State.WHOLE),
                trouble.map(Trouble::code).orElse(null),
                last.map(Stored::size).orElse(0L),
                last.map(stored -> stored.head().root().toBase64()).orElse(null),
                last.map(Stored::at).orElse(null),
                last.map(stored ->
                                Duration.between(stored.at(), clock.instant()).toSeconds())
                        .orElse(0L),
                sealer.head(),
                new Standing.Patrol(
                        round.tile(),
                        last.map(stored -> (stored.size() + Tiles.WIDTH - 1) / Tiles.WIDTH)
                                .orElse(0L),
                        round.rounds(),
                        round.at()),
                witnesses.stream().map(this::cosigner).toList(),
                finding.orElse(null));
    }

    private Standing.Cosigner cosigner(NoteKey witness) {
        var seen = sealer.findings().witnessed(witness.name());
        return new Standing.Cosigner(
                witness.name(),
                seen.map(Witnessed::size).orElse(null),
                seen.map(Witnessed::at).orElse(null));
    }

    /// Nothing also when what is stored is no checkpoint: the trouble then says so.
    private Optional<Stored> last() {
        try {
            return sealer.checkpoints().last();
        } catch (Damaged _) {
            return Optional.empty();
        }
    }

    Page<Entry> page(PageQuery page) {
        return whole(() -> {
            var items = sealer.checkpoints().page(page.skip(), page.size()).stream()
                    .map(Entry::of)
                    .toList();
            return new Page<>(items, sealer.checkpoints().count(), page.page(), page.size());
        });
    }

    /// Refused when what is stored is not what it should be.
    private static <T> T whole(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Damaged | Tiles.Missing e) {
            throw new RuleBroken("evidence.damaged", String.valueOf(e.getMessage()));
        }
    }

    /// The note of that size; [NotFound] when there is none.
    SignedNote note(long size) {
        return whole(() -> sealer.checkpoints().of(size)).map(Stored::note).orElseThrow(NotFound::new);
    }

    /// The newest note; [NotFound] before the first.
    SignedNote newest() {
        return whole(() -> sealer.checkpoints().last()).map(Stored::note).orElseThrow(NotFound::new);
    }

    /// Seals all that is in the log now; [NotFound] when that is nothing.
    Entry seal() {
        return sealer.seal().map(Entry::of).orElseThrow(NotFound::new);
    }

    /// The hashes of a tile, by its path as in c2sp.org/tlog-tiles below `tile/`.
    byte[] tile(String path) {
        var asked = TilePath.parse(path).orElseThrow(NotFound::new);
        try {
            var hashes = sealer.tiles().read(asked.level(), asked.index(), asked.width());
            return asked.cut(hashes);
        } catch (Tiles.Missing _) {
            throw new NotFound();
        }
    }

    /// The proof of the event at `position` under the newest checkpoint, which is made when none covers it
    /// yet. [NotFound] for what is not there or concerns a division the caller has nothing to do with.
    String proof(long position) {
        mustConcern(position);
        var signed = whole(() -> sealer.checkpoints().last())
                .filter(last -> last.size() > position)
                .or(sealer::seal)
                .filter(last -> last.size() > position)
                .orElseThrow(NotFound::new);
        var proof = whole(() -> {
            var line = Optional.ofNullable(sealer.leaves().line(position)).orElseThrow(NotFound::new);
            return EventProof.of(line, position, tree(signed), signed.note());
        });
        mustHold(proof, position);
        return proof.toString();
    }

    private HashTree tree(Stored signed) {
        return new HashTree(sealer.hashing(), sealer.tiles(), signed.size());
    }

    /// What is wider than the caller's division concerns it too: a line of the province, say.
    private void mustConcern(long position) {
        var division = gate.actor().division();
        try (var events = engine.after(position - 1)) {
            if (events.limit(1)
                    .filter(event -> event.position() == position)
                    .noneMatch(event -> concerns(event.event(), division))) {
                throw new NotFound();
            }
        }
    }

    private static boolean concerns(Object event, String division) {
        return event instanceof Placed placed
                && (placed.division().startsWith(division) || division.startsWith(placed.division()));
    }

    /// A proof that does not hold is not handed out: what was changed is looked for and kept.
    private void mustHold(EventProof proof, long position) {
        try {
            proof.check(publicKeys());
        } catch (Malformed _) {
            sealer.look(position / Tiles.WIDTH);
            throw new RuleBroken("evidence.damaged", "the event does not fit the newest checkpoint");
        }
    }

    private List<NoteKey> publicKeys() {
        try {
            return sealer.keys().signers().stream().map(NoteSigner::key).toList();
        } catch (KeyTrouble _) {
            return keys().stream().map(known -> NoteKey.parse(known.key())).toList();
        }
    }

    /// What a witness that saw `old` events last is handed. [NotFound] before the first checkpoint.
    String growth(long old) {
        var signed = whole(() -> sealer.checkpoints().last()).orElseThrow(NotFound::new);
        if (old < 0 || old > signed.size()) {
            throw new RuleBroken("evidence.not-so-large", "the newest checkpoint is smaller");
        }
        return whole(() -> Growth.of(old, tree(signed), signed.note()).toString());
    }

    /// Takes the signatures of witnesses off a note and adds them to the checkpoint it is.
    Entry cosign(String text) {
        var note = parsed(text);
        var stored = whole(() -> sealer.checkpoints().of(head(note).size()))
                .orElseThrow(() -> new RuleBroken("evidence.unknown-checkpoint", "no checkpoint of that size"));
        if (!stored.note().text().equals(note.text())) {
            throw new RuleBroken("evidence.other-checkpoint", "the checkpoint of that size says something else");
        }
        var lines = new ArrayList<SignedNote.Line>();
        for (var witness : witnesses) {
            signed(witness, note).ifPresent(at -> {
                lines.addAll(lines(witness, note).toList());
                sealer.findings().witnessed(witness.name(), new Witnessed(stored.size(), at));
            });
        }
        if (lines.isEmpty()) {
            throw new RuleBroken("evidence.unknown-witness", "signed by no witness of this log");
        }
        return Entry.of(sealer.checkpoints().add(stored.size(), lines));
    }

    private static SignedNote parsed(String text) {
        try {
            return SignedNote.parse(text);
        } catch (Malformed _) {
            throw new RuleBroken("evidence.not-a-note", "not a signed note");
        }
    }

    private static Checkpoint head(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (Malformed _) {
            throw new RuleBroken("evidence.not-a-note", "not a checkpoint");
        }
    }

    private static Optional<Instant> signed(NoteKey witness, SignedNote note) {
        try {
            return witness.signed(note);
        } catch (Malformed _) {
            throw new RuleBroken("evidence.bad-signature", "the signature of a witness is not good");
        }
    }

    private static Stream<SignedNote.Line> lines(NoteKey witness, SignedNote note) {
        return note.signatures().stream()
                .filter(line -> line.keyId() == witness.id() && line.name().equals(witness.name()));
    }

    /// The public keys that signed or sign this log, the oldest first.
    List<Known> keys() {
        return sealer.known().all();
    }
}
