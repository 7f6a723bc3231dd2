package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tree of the log as it is, and those of other accounts of it, side by side; tells at each checkpoint
/// which of them is the one that was signed, and goes on from that.
final class Trees {

    private static final int MOST = 50; // findings of one sort; more say no more
    private static final Hash NOTHING = Hash.of(new byte[Hash.BYTES]); // in the place of a leaf nobody knows

    /// A checkpoint the caller holds that is not of this log, and where the log parts from it if a copy tells.
    record HeldFailure(
            Mark mark,
            @Nullable Mark agrees,
            List<Suspect> differing,
            @Nullable Reference right) {}

    private final UpperTiles logTiles;
    private final UpperTiles storedTiles;
    private final Reference stored;
    private final List<Reference> copies;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> open = new ArrayList<>();
    private final List<Located> located = new ArrayList<>();
    private final List<Mark> failed = new ArrayList<>();
    private Frontier log;
    private @Nullable Mark good;
    private @Nullable Mark goodHeld;
    private @Nullable HeldFailure heldFailure;
    private long unlisted;

    Trees(Hashing hashing, TileStore tiles, List<TileStore> copies) {
        this.logTiles = new UpperTiles(tiles);
        this.storedTiles = new UpperTiles(tiles);
        this.stored = new Reference(hashing, tiles, storedTiles);
        this.copies = copies.stream()
                .map(copy -> new Reference(hashing, copy, (_, _, _) -> {}))
                .toList();
        this.log = new Frontier(hashing, logTiles);
    }

    /// Whether any other account knows that place.
    boolean knows(long position) {
        return position >= 0 && references().anyMatch(reference -> reference.at(position) != null);
    }

    /// Adds the next place, where `entry` stands or nothing.
    void add(long position, @Nullable Entry entry) {
        var leaf = entry == null ? remembered(position) : entry.leaf();
        references().forEach(reference -> reference.add(position, leaf, entry));
        log.add(leaf);
    }

    /// Whether an event is what is remembered of its place, if anything is.
    boolean agrees(Entry entry) {
        var leaf = stored.at(entry.position());
        return leaf == null || leaf.equals(entry.leaf());
    }

    private Hash remembered(long position) {
        return references()
                .flatMap(reference -> Stream.ofNullable(reference.at(position)))
                .findFirst()
                .orElse(NOTHING);
    }

    private Stream<Reference> references() {
        return Stream.concat(Stream.of(stored), copies.stream());
    }

    /// Something that is plain to see and becomes certain with the next checkpoint.
    void await(Finding finding) {
        open.add(finding);
    }

    /// True when the tree up to there, repaired where need be, is the one that was signed.
    boolean judge(Candidate candidate) {
        var mark = candidate.mark();
        if (log.root().equals(mark.root())) {
            agree(candidate);
            return true;
        }
        var right = references()
                .filter(reference -> reference.root().equals(mark.root()))
                .findFirst()
                .orElse(null);
        if (right == null || (mark.held() && right != stored)) {
            fail(mark, right);
            return false;
        }
        locate(right, mark);
        return true;
    }

    private void agree(Candidate candidate) {
        var mark = candidate.mark();
        if (!mark.held()) {
            compareTiles(candidate);
        }
        settled(mark);
    }

    private void fail(Mark mark, @Nullable Reference right) {
        if (!mark.held()) {
            failed.add(mark);
        } else if (heldFailure == null) {
            heldFailure = new HeldFailure(mark, goodHeld, right == null ? List.of() : right.differing(), right);
        }
    }

    private void locate(Reference right, Mark mark) {
        right.differing().forEach(suspect -> located.add(new Located(suspect, good, mark, right)));
        unlisted += right.count() - right.differing().size();
        logTiles.take();
        var ownTiles = storedTiles.take();
        log = right.tree(logTiles);
        if (right == stored) {
            ownTiles.forEach(tile -> findings.add(upper(tile, mark)));
            stored.settle(null);
        } else {
            stored.settle(log);
        }
        copies.stream().filter(copy -> copy.root().equals(mark.root())).forEach(copy -> copy.settle(null));
        settled(mark);
    }

    private void settled(Mark mark) {
        open.forEach(finding -> findings.add(certain(finding, good, mark)));
        open.clear();
        for (var odd : failed.subList(0, Math.min(failed.size(), MOST))) {
            findings.add(Finding.checkpoint(
                    Kind.CONTRADICTORY,
                    odd.size(),
                    odd.size(),
                    odd.size(),
                    good,
                    Said.of("日志与其后的检查点 %s 相符", "the log agrees with the later checkpoint %s", mark)));
        }
        failed.clear();
        good = mark;
        goodHeld = mark.held() ? mark : goodHeld;
    }

    static Finding certain(Finding finding, @Nullable Mark agrees, @Nullable Mark contradicts) {
        return new Finding(
                finding.kind(),
                finding.from(),
                finding.to(),
                finding.exact(),
                finding.what(),
                agrees,
                contradicts,
                finding.notes());
    }

    private void compareTiles(Candidate candidate) {
        var mark = candidate.mark();
        var told = new HashSet<Long>();
        for (var suspect : stored.differing()) {
            if (told.size() < MOST && told.add(suspect.position() / Tiles.WIDTH)) {
                findings.add(lowest(Kind.TILE_DIFFERS, suspect.position(), suspect.position() + 1, mark));
            }
        }
        if (stored.absent() >= 0) {
            var end = (stored.absent() / Tiles.WIDTH + 1) * Tiles.WIDTH;
            findings.add(lowest(Kind.TILE_MISSING, stored.absent(), Math.min(end, mark.size()), mark));
        }
        if (candidate.last()) {
            log.parts(logTiles);
        }
        logTiles.take().forEach(tile -> findings.add(upper(tile, mark)));
        storedTiles.take();
        if (stored.count() > 0 || stored.absent() >= 0) {
            stored.settle(log);
        }
    }

    private Finding lowest(Kind kind, long from, long to, Mark mark) {
        return new Finding(kind, from, to, true, "tile/0/" + from / Tiles.WIDTH, good, mark, List.of());
    }

    private Finding upper(UpperTiles.Wrong tile, Mark mark) {
        var from = tile.index() << (Byte.SIZE * (tile.level() + 1));
        return new Finding(
                tile.isThere() ? Kind.TILE_DIFFERS : Kind.TILE_MISSING,
                from,
                Math.min(mark.size(), (tile.index() + 1) << (Byte.SIZE * (tile.level() + 1))),
                true,
                "tile/" + tile.level() + "/" + tile.index(),
                good,
                mark,
                List.of());
    }

    List<Finding> findings() {
        return findings;
    }

    /// What is plain to see behind the last checkpoint that agrees.
    List<Finding> open() {
        return open;
    }

    List<Located> located() {
        return located;
    }

    /// How many more places differ than are located.
    long unlisted() {
        return unlisted;
    }

    /// Stored checkpoints behind the last that agrees, which do not.
    List<Mark> failed() {
        return failed;
    }

    /// Where log and stored tiles differ since the last checkpoint that agrees, nobody knows which is wrong.
    List<Suspect> undecided() {
        return stored.differing();
    }

    @Nullable
    Mark good() {
        return good;
    }

    @Nullable
    Mark goodHeld() {
        return goodHeld;
    }

    @Nullable
    HeldFailure heldFailure() {
        return heldFailure;
    }
}
