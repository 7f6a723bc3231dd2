package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Proofs;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.Tiles.Missing;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.store.Log;
import java.util.Arrays;
import org.bson.BSONException;

/// Compares log and tiles with a checkpoint. What does not fit is told as [Damaged]. For one thread.
final class Inspection {

    private final Log log;
    private final StoredTiles tiles;
    private final Hashing hashing;
    private final Leaves leaves;

    Inspection(Log log, StoredTiles tiles, Hashing hashing) {
        this.log = log;
        this.tiles = tiles;
        this.hashing = hashing;
        this.leaves = new Leaves(log, hashing);
    }

    /// That the log reaches as far as was signed, that the tiles add up to what was signed, and that the last
    /// events signed, up to 256 of them, are those of the log.
    void end(Stored signed) {
        var head = head(signed);
        if (head < signed.size()) {
            throw new Damaged(Damage.LOG_TRUNCATED, head);
        }
        var root = new HashTree(hashing, tiles.remembered(), signed.size()).root();
        var agrees = root.equals(signed.head().root());
        var broken = agrees ? signed.size() : new HashTree(hashing, tiles, signed.size()).contradiction();
        if (broken < signed.size()) {
            throw new Damaged(Damage.TILES_CHANGED, broken);
        }
        tile((signed.size() - 1) / Tiles.WIDTH, signed);
        if (!agrees) {
            throw new Damaged(Damage.TILES_CHANGED, signed.size() - 1);
        }
    }

    /// A last commit that cannot be read is found where the events are compared, or sealed.
    private long head(Stored signed) {
        try {
            return log.head();
        } catch (BSONException _) {
            return signed.size();
        }
    }

    /// That the events below tile `index` of level 0, up to 256 of them, are those that were signed.
    void tile(long index, Stored signed) {
        var from = index * Tiles.WIDTH;
        var to = Math.min(from + Tiles.WIDTH, signed.size());
        var hashes = new byte[(int) (to - from) * Hash.BYTES];
        var reached = leaves.read(
                from, to, (position, hash) -> System.arraycopy(hash.toBytes(), 0, hashes, place(position), Hash.BYTES));
        if (reached < to) {
            throw new Damaged(Damage.LOG_TRUNCATED, reached);
        }
        var kept = tiles.read(0, index, (int) (to - from));
        var differs = Arrays.mismatch(hashes, Arrays.copyOf(kept, hashes.length));
        var proven = proves(index, hashes, signed);
        if (differs >= 0) {
            throw new Damaged(proven ? Damage.TILES_CHANGED : Damage.EVENT_CHANGED, from + differs / Hash.BYTES);
        }
        if (!proven) {
            throw new Damaged(Damage.TILES_CHANGED, from);
        }
    }

    private static int place(long position) {
        return (int) (position % Tiles.WIDTH) * Hash.BYTES;
    }

    /// Whether hashes, put in the place of those kept in a tile, lead to the signed root.
    private boolean proves(long index, byte[] hashes, Stored signed) {
        var kept = tiles.remembered();
        Tiles own = (level, tile, width) -> level == 0 && tile == index ? hashes : kept.read(level, tile, width);
        var first = index * Tiles.WIDTH;
        try {
            var path = new HashTree(hashing, own, signed.size()).inclusion(first);
            return new Proofs(hashing)
                    .includes(
                            Hash.at(hashes, 0),
                            first,
                            signed.size(),
                            path,
                            signed.head().root());
        } catch (Missing _) {
            return false;
        }
    }
}
