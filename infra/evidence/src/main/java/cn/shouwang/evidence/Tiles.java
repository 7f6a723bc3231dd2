package cn.shouwang.evidence;

/// Where the hashes of a tree are kept, 256 to a tile (c2sp.org/tlog-tiles, height 8).
///
/// Tile `index` of level 0 holds the hashes of leaves 256·index and following; a tile of level n the
/// hashes of 256 subtrees of 256ⁿ leaves each. A full tile never changes; the last of a level holds as
/// many hashes as there are complete subtrees.
@FunctionalInterface
public interface Tiles {

    /// Hashes in a full tile.
    int WIDTH = 256;

    /// The first `width` hashes of a tile, one behind the other; more are allowed behind them.
    /// [Missing] when there are fewer.
    byte[] read(int level, long index, int width);

    /// A tile, or a part of one, is not there.
    final class Missing extends RuntimeException {

        private final int level;
        private final long index;

        public Missing(int level, long index) {
            super("tile %d/%d is missing or too short".formatted(level, index));
            this.level = level;
            this.index = index;
        }

        /// The first leaf of those whose hashes the tile holds.
        public long firstLeaf() {
            return index << (Byte.SIZE * (level + 1));
        }
    }

    /// Path of a tile below the folder of a tree, `tile/0/x001/234.p/17`: the number in groups of three
    /// digits, all but the last marked with an `x`; a tile of fewer than 256 hashes names its width.
    static String path(int level, long index, int width) {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + level + "/" + path + (width < WIDTH ? ".p/" + width : "");
    }
}
