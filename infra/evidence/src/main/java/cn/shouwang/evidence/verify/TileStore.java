package cn.shouwang.evidence.verify;

import java.util.Optional;

/// Tiles as they are stored, right or not.
@FunctionalInterface
public interface TileStore {

    /// The hashes of a tile one behind the other, as many as are stored; empty when there is none.
    Optional<byte[]> tile(int level, long index);
}
