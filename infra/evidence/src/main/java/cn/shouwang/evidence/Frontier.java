package cn.shouwang.evidence;

import cn.shouwang.evidence.Hashing.Hasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A tree that grows: the tiles that are not full yet, from which its root follows.
///
/// Knows nothing of leaves long past, so it is as small for a million leaves as for a thousand. For one
/// thread.
public final class Frontier {

    /// Takes tile `index` of a level: its hashes one behind the other.
    @FunctionalInterface
    public interface Sink {
        void tile(int level, long index, byte[] hashes);
    }

    private static final class Row {
        private final byte[] hashes = new byte[Tiles.WIDTH * Hash.BYTES];
        private int width;

        void add(Hash hash) {
            System.arraycopy(hash.raw(), 0, hashes, width * Hash.BYTES, Hash.BYTES);
            width++;
        }

        List<Hash> parts() {
            var parts = new ArrayList<Hash>(width + 1);
            for (var index = 0; index < width; index++) {
                parts.add(Hash.at(hashes, index));
            }
            return parts;
        }
    }

    private final Hasher hasher;
    private final Sink sink;
    private final List<Row> rows = new ArrayList<>();
    private long size;

    /// An empty tree; `sink` is told of every tile in the moment it is full.
    public Frontier(Hashing hashing, Sink sink) {
        this.hasher = hashing.hasher();
        this.sink = sink;
    }

    /// The tree of `size` leaves whose hashes are kept in `tiles`.
    public static Frontier of(Hashing hashing, Tiles tiles, long size, Sink sink) {
        var frontier = new Frontier(hashing, sink);
        frontier.size = size;
        for (var left = size; left > 0; left /= Tiles.WIDTH) {
            var row = new Row();
            row.width = (int) (left % Tiles.WIDTH);
            if (row.width > 0) {
                var kept = tiles.read(frontier.rows.size(), left / Tiles.WIDTH, row.width);
                System.arraycopy(kept, 0, row.hashes, 0, row.width * Hash.BYTES);
            }
            frontier.rows.add(row);
        }
        return frontier;
    }

    /// The same tree, to be grown on its own.
    public Frontier copy(Hashing hashing, Sink sink) {
        var copy = new Frontier(hashing, sink);
        copy.size = size;
        for (var row : rows) {
            var same = new Row();
            same.width = row.width;
            System.arraycopy(row.hashes, 0, same.hashes, 0, row.width * Hash.BYTES);
            copy.rows.add(same);
        }
        return copy;
    }

    public long size() {
        return size;
    }

    /// Adds the hash of the next leaf.
    public void add(Hash leaf) {
        add(0, leaf);
        size++;
    }

    private void add(int level, Hash hash) {
        if (level == rows.size()) {
            rows.add(new Row());
        }
        var row = rows.get(level);
        row.add(hash);
        if (row.width == Tiles.WIDTH) {
            sink.tile(level, index(level), row.hashes.clone());
            var above = hasher.tree(row.parts());
            row.width = 0;
            add(level + 1, above);
        }
    }

    /// The tile that is being filled at a level, before `size` counts the leaf under way.
    private long index(int level) {
        return size >> (Byte.SIZE * (level + 1));
    }

    /// The root of all that was added.
    public Hash root() {
        var parts = new ArrayList<Hash>();
        for (var row : rows) {
            var here = row.parts();
            if (!parts.isEmpty()) {
                here.add(hasher.tree(parts)); // what is not complete stands behind what is
            }
            parts = new ArrayList<>(here);
        }
        return hasher.tree(parts);
    }

    /// Hands over the tiles that are not full, lowest level first, as far as they are filled.
    public void parts(Sink sink) {
        for (var level = 0; level < rows.size(); level++) {
            var row = rows.get(level);
            if (row.width > 0) {
                sink.tile(level, index(level), Arrays.copyOf(row.hashes, row.width * Hash.BYTES));
            }
        }
    }
}
