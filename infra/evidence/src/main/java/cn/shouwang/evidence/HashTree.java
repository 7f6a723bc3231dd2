package cn.shouwang.evidence;

import cn.shouwang.evidence.Hashing.Hasher;
import java.util.ArrayList;
import java.util.List;

/// The tree of the first `size` leaves whose hashes are kept in tiles: its root and its proofs
/// (RFC 9162, 2.1.3.1 and 2.1.4.1). Asks for as many tiles as the tree has levels of them, not more. For
/// one thread.
public final class HashTree {

    private final Hasher hasher;
    private final Tiles tiles;
    private final long size;

    public HashTree(Hashing hashing, Tiles tiles, long size) {
        this.hasher = hashing.hasher();
        this.tiles = tiles;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? hasher.empty() : range(0, size);
    }

    /// The hash of leaf `index` as the tiles have it.
    public Hash leaf(long index) {
        return range(index, index + 1);
    }

    /// Hashes from the leaf's sibling up to the root's child.
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no leaf " + index);
        }
        var path = new ArrayList<Hash>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /// What proves that this tree is that of the first `old` leaves, grown. Empty for none and for all of
    /// them.
    public List<Hash> consistency(long old) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("the tree never had %d leaves".formatted(old));
        }
        var path = new ArrayList<Hash>();
        if (old > 0 && old < size) {
            consistency(old, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long old, long from, long to, boolean known, List<Hash> path) {
        if (from + old == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        var left = Long.highestOneBit(to - from - 1);
        if (old <= left) {
            consistency(old, from, from + left, known, path);
            path.add(range(from + left, to));
        } else {
            consistency(old - left, from + left, to, false, path);
            path.add(range(from, from + left));
        }
    }

    /// The first leaf below a tile that does not add up to its hash in the tile above; [#size] when every one
    /// does. Reads all tiles.
    public long contradiction() {
        var first = size;
        for (var level = 1; size >> (Byte.SIZE * level) > 0; level++) {
            first = Math.min(first, contradiction(level));
        }
        return first;
    }

    private long contradiction(int level) {
        for (var entry = 0L; entry < size >> (Byte.SIZE * level); entry++) {
            var place = (int) (entry % Tiles.WIDTH);
            var above = Hash.at(tiles.read(level, entry / Tiles.WIDTH, place + 1), place);
            if (!above.equals(full(entry, level))) {
                return entry << (Byte.SIZE * level);
            }
        }
        return size;
    }

    /// Of the tile below entry `entry` of a level.
    private Hash full(long entry, int level) {
        return row(tiles.read(level - 1, entry, Tiles.WIDTH), 0, Tiles.WIDTH);
    }

    /// Of the leaves from `from` to before `to`, where `from` is a multiple of the largest power of two
    /// below their number.
    private Hash range(long from, long to) {
        var leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return complete(from, Long.numberOfTrailingZeros(leaves));
        }
        var middle = from + Long.highestOneBit(leaves - 1);
        return hasher.node(range(from, middle), range(middle, to));
    }

    /// Of the complete subtree of 2^height leaves that begins at leaf `from`.
    private Hash complete(long from, int height) {
        var level = height / Byte.SIZE;
        var entries = 1 << (height % Byte.SIZE);
        var first = from >> (Byte.SIZE * level);
        var place = (int) (first % Tiles.WIDTH);
        return row(tiles.read(level, first / Tiles.WIDTH, place + entries), place, entries);
    }

    private Hash row(byte[] row, int place, int entries) {
        var parts = new ArrayList<Hash>(entries);
        for (var entry = place; entry < place + entries; entry++) {
            parts.add(Hash.at(row, entry));
        }
        return hasher.tree(parts);
    }
}
