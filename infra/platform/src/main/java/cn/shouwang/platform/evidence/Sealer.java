package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.Proofs;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.evidence.StoredTiles.Tile;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogUnavailable;
import cn.shouwang.platform.store.Reader.RawWork;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Seals the log: hashes what is stored, keeps the tiles, signs a checkpoint when one is due.
///
/// Its state is what was hashed since the last checkpoint, in memory; a crash at any moment repeats that
/// much. Order of writing: tiles, durable; then the checkpoint. Any process may seal at any time, also while
/// another does: they write the same.
///
/// **It never signs what contradicts what it signed.** Before every signature it makes sure that the log
/// reaches the last checkpoint, that the tiles add up to it, that its last events are still those of the
/// log and that the new tree is the old one grown; and it looks at some older events, other ones each time,
/// until it has been through all and begins anew. When anything differs it keeps a [Finding] and signs no
/// more, also after a restart. It mends nothing.
public final class Sealer implements RawWork {

    /// How a log is sealed: the `origin` it is signed under, the file of the key, how often a checkpoint is due
    /// while there are new events, and how many tiles of 256 older events are looked at each time.
    public record Settings(String origin, Path keyFile, Duration every, int patrol) {}

    private static final int WRITE_AT = 64; // full tiles, half a megabyte
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Settings settings;
    private final Log log;
    private final Clock clock;
    private final Hashing hashing;
    private final StoredTiles tiles;
    private final Checkpoints checkpoints;
    private final Findings findings;
    private final Alarm alarm;
    private final SealKeys keys;
    private final KnownKeys known;
    private final Leaves leaves;
    private final Inspection inspection;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Tile> filled = new ArrayList<>();
    private @Nullable Frontier frontier;
    private @Nullable Instant due;
    private volatile @Nullable Stored signed;
    private volatile long seen; // how many events the log is known to have

    public Sealer(Settings settings, Log log, MongoDatabase database, Clock clock) {
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.hashing = Checkpoint.hashing(settings.origin());
        this.tiles = new StoredTiles(database);
        this.checkpoints = new Checkpoints(database);
        this.findings = new Findings(database);
        this.alarm = new Alarm(findings, checkpoints, clock);
        this.keys = new SealKeys(settings.keyFile(), settings.origin(), checkpoints::isEmpty);
        this.known = new KnownKeys(database);
        this.leaves = new Leaves(log, hashing);
        this.inspection = new Inspection(log, tiles, hashing);
    }

    @Override
    public void done(List<Commit> batch) {
        lock.lock();
        try {
            if (alarm.trouble().isEmpty()) {
                guarded(() -> hash(batch));
            }
            seen = Math.max(seen, batch.getLast().last() + 1);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void turn() {
        lock.lock();
        try {
            var now = clock.instant();
            if (due == null || !now.isBefore(due)) {
                guarded(this::round);
                due = now.plus(settings.every());
            }
        } finally {
            lock.unlock();
        }
    }

    /// The newest checkpoint, which covers all that was in the log at the time of the call; nothing for an
    /// empty log.
    ///
    /// Refused by [cn.shouwang.platform.rule.RuleBroken] when something was found wrong or the key is missing.
    /// [LogUnavailable] while much has to be caught up with.
    Optional<Stored> seal() {
        take();
        try {
            guarded(() -> {
                if (!alarm.isRaised()) {
                    catchUp();
                    round();
                }
            });
            alarm.mustBeQuiet();
            return Optional.ofNullable(signed);
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogUnavailable("the sealer is catching up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for the sealer", e);
        }
    }

    /// Compares the events below tile `index` of level 0 with the last checkpoint, and keeps what is wrong.
    void look(long index) {
        take();
        try {
            guarded(() -> checkpoints.last().ifPresent(last -> inspection.tile(index, last)));
            alarm.mustBeQuiet();
        } finally {
            lock.unlock();
        }
    }

    /// What was hashed is forgotten once something is found wrong: it may be what is wrong.
    private void guarded(Runnable work) {
        if (!alarm.guards(work)) {
            frontier = null;
            filled.clear();
        }
    }

    private void hash(List<Commit> batch) {
        var tree = frontier();
        var first = batch.getFirst();
        if (first.position() > tree.size()) {
            leaves.read(tree.size(), first.position(), (_, hash) -> grow(tree, hash));
        }
        for (var commit : batch) {
            leaves.add(commit, tree.size(), (_, hash) -> grow(tree, hash));
        }
    }

    private void catchUp() {
        var tree = frontier();
        leaves.read(tree.size(), Long.MAX_VALUE, (_, hash) -> grow(tree, hash));
        seen = Math.max(seen, tree.size());
    }

    private void grow(Frontier tree, Hash hash) {
        if (filled.size() >= WRITE_AT) {
            tiles.write(List.copyOf(filled));
            filled.clear();
        }
        tree.add(hash);
    }

    /// What was hashed so far; begins with the last checkpoint, once that is found to hold.
    private Frontier frontier() {
        var tree = frontier;
        var last = signed;
        if (tree == null || (last != null && last.size() > tree.size())) {
            last = inspected().orElse(null);
            filled.clear();
            tree = last == null
                    ? new Frontier(hashing, this::fill)
                    : Frontier.of(hashing, tiles.remembered(), last.size(), this::fill);
            frontier = tree;
        }
        return tree;
    }

    private void fill(int level, long index, byte[] hashes) {
        filled.add(new Tile(level, index, hashes));
    }

    /// Looks, and signs if there is something new.
    private void round() {
        if (alarm.isRaised()) {
            return;
        }
        var signers = keys.signers();
        var last = inspected();
        last.ifPresent(this::patrol);
        alarm.end();
        if (frontier == null || frontier.size() < seen) {
            catchUp();
        }
        var tree = frontier();
        if (tree.size() > last.map(Stored::size).orElse(0L)) {
            sign(tree, last, signers);
        }
    }

    /// The last checkpoint, if there is one and it holds.
    private Optional<Stored> inspected() {
        var last = checkpoints.last();
        var before = signed;
        if (before != null && last.map(Stored::size).orElse(0L) < before.size()) {
            throw new Damaged(Damage.CHECKPOINT_MISSING, before.size() - 1);
        }
        last.ifPresent(stored -> {
            if (!stored.head().origin().equals(settings.origin())) {
                throw KeyTrouble.foreign();
            }
            SealKeys.mustHaveSigned(keys.signers(), stored);
            inspection.end(stored);
            signed = stored;
            seen = Math.max(seen, stored.size());
        });
        return last;
    }

    private void patrol(Stored last) {
        var round = findings.round();
        for (var turn = 0; turn < settings.patrol(); turn++) {
            if (round.tile() * Tiles.WIDTH >= last.size()) {
                round = new Findings.Round(0, round.rounds() + 1, round.at());
            }
            inspection.tile(round.tile(), last);
            round = new Findings.Round(round.tile() + 1, round.rounds(), round.at());
        }
        if (settings.patrol() > 0) {
            findings.round(round, clock.instant());
        }
    }

    private void sign(Frontier tree, Optional<Stored> last, List<NoteSigner> signers) {
        tree.parts(this::fill);
        tiles.write(List.copyOf(filled));
        filled.clear();
        var head = Checkpoint.of(settings.origin(), tree.size(), tree.root());
        mustContinue(head, last);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        signed = checkpoints.store(SealKeys.sign(signers, head, now), head, now);
        signers.forEach(signer -> known.signed(signer.key(), head.size()));
    }

    /// That the tiles, as they can be read now, are those of `head`, and that it is the last one grown.
    private void mustContinue(Checkpoint head, Optional<Stored> last) {
        var tree = new HashTree(hashing, tiles.remembered(), head.size());
        if (!tree.root().equals(head.root())) {
            throw new Damaged(Damage.TILES_CHANGED, tree.contradiction());
        }
        last.map(Stored::head).ifPresent(before -> {
            var path = tree.consistency(before.size());
            if (!new Proofs(hashing).isGrown(before.size(), before.root(), head.size(), head.root(), path)) {
                throw new Damaged(Damage.FORK, before.size() - 1);
            }
        });
    }

    Hashing hashing() {
        return hashing;
    }

    /// The tiles as they are now, for one tree.
    Tiles tiles() {
        return tiles.remembered();
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    Findings findings() {
        return findings;
    }

    SealKeys keys() {
        return keys;
    }

    KnownKeys known() {
        return known;
    }

    /// The last checkpoint this process signed or saw.
    Optional<Stored> signed() {
        return Optional.ofNullable(signed);
    }

    Alarm alarm() {
        return alarm;
    }

    /// Events this process has seen that no checkpoint covers.
    long lag() {
        var last = signed;
        return Math.max(0, seen - (last == null ? 0 : last.size()));
    }

    String origin() {
        return settings.origin();
    }

    /// How many events the log has.
    long head() {
        return log.head();
    }

    /// The leaves of the log, for the calling thread.
    Leaves leaves() {
        return new Leaves(log, hashing);
    }
}
