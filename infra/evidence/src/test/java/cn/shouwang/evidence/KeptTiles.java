package cn.shouwang.evidence;

import java.util.HashMap;
import java.util.Map;

/// Tiles in memory, as a store would keep them.
final class KeptTiles implements Tiles {

    private final Map<String, byte[]> tiles = new HashMap<>();

    void keep(int level, long index, byte[] hashes) {
        tiles.put(level + "/" + index, hashes);
    }

    @Override
    public byte[] read(int level, long index, int width) {
        var tile = tiles.get(level + "/" + index);
        if (tile == null || tile.length < width * Hash.BYTES) {
            throw new Missing(level, index);
        }
        return tile;
    }

    /// The tiles of a tree of so many leaves, each the hash of its number.
    static KeptTiles of(Hashing hashing, long size) {
        var kept = new KeptTiles();
        var frontier = new Frontier(hashing, kept::keep);
        for (var leaf = 0L; leaf < size; leaf++) {
            frontier.add(leaf(hashing, leaf));
        }
        frontier.parts(kept::keep);
        return kept;
    }

    static Hash leaf(Hashing hashing, long number) {
        return hashing.hasher().leaf(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
