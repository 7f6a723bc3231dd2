package cn.shouwang.evidence;

import cn.shouwang.evidence.Hashing.Hasher;
import java.util.List;

/// Checks proofs by the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, with no more than what is in them.
public final class Proofs {

    private final Hashing hashing;

    public Proofs(Hashing hashing) {
        this.hashing = hashing;
    }

    /// Whether `path`, from the leaf upwards, leads from `leaf` at place `index` to the `root` of a tree
    /// of `size` leaves.
    public boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var hasher = hashing.hasher();
        var node = index;
        var last = size - 1;
        var reached = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false; // longer than the tree is high
            }
            if ((node & 1) == 1 || node == last) {
                reached = hasher.node(sibling, reached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = hasher.node(reached, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /// Whether the tree of `newSize` leaves and `newRoot` is that of `oldSize` leaves and `oldRoot`, grown.
    ///
    /// Every tree is the empty one grown, with an empty path, if the empty one's root is right.
    public boolean isGrown(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        var hasher = hashing.hasher();
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(hasher.empty());
        }
        return !path.isEmpty() && isGrown(hasher, oldSize, oldRoot, newSize, newRoot, path);
    }

    private static boolean isGrown(
            Hasher hasher, long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        var node = oldSize - 1;
        var last = newSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        // The path of a power of two leaves out the old root, from which it would begin.
        var whole = Long.bitCount(oldSize) == 1;
        var oldReached = whole ? oldRoot : path.getFirst();
        var newReached = oldReached;
        for (var sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldReached = hasher.node(sibling, oldReached);
                newReached = hasher.node(sibling, newReached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newReached = hasher.node(newReached, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldReached.equals(oldRoot) && newReached.equals(newRoot);
    }
}
