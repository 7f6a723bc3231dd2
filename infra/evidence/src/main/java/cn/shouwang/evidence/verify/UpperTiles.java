package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Compares stored tiles above the lowest level with those of a tree that grows.
final class UpperTiles implements Frontier.Sink {

    /// A tile that is not the tree's; `isThere` tells whether there is one at all.
    record Wrong(int level, long index, boolean isThere) {}

    private final TileStore stored;
    private final List<Wrong> wrong = new ArrayList<>();

    UpperTiles(TileStore stored) {
        this.stored = stored;
    }

    @Override
    public void tile(int level, long index, byte[] hashes) {
        if (level > 0) {
            check(stored.tile(level, index), level, index, hashes);
        }
    }

    private void check(Optional<byte[]> tile, int level, long index, byte[] hashes) {
        var same = tile.filter(bytes -> bytes.length >= hashes.length
                && bytes.length % Hash.BYTES == 0
                && Arrays.equals(bytes, 0, hashes.length, hashes, 0, hashes.length));
        if (same.isEmpty()) {
            wrong.add(new Wrong(level, index, tile.isPresent()));
        }
    }

    /// Those found since they were last taken.
    List<Wrong> take() {
        var taken = List.copyOf(wrong);
        wrong.clear();
        return taken;
    }
}
