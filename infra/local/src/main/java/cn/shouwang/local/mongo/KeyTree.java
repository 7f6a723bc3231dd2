package cn.shouwang.local.mongo;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A sorted set of byte strings in unsigned order, packed: a row of leaves, each with up to 64
/// entries in one array. A million entries of 20 bytes take about 40 MB.
///
/// Not safe for concurrent use; its collection's lock guards it.
final class KeyTree {

    private static final int LEAF_ENTRIES = 64;

    private Leaf[] leaves = {new Leaf()};
    private int leafCount = 1;
    private long size;

    /// Adds `key`; adding it again changes nothing.
    void add(byte[] key) {
        int index = leafFor(key);
        var leaf = leaves[index];
        int place = leaf.find(key);
        if (place >= 0) {
            return;
        }
        size++;
        if (leaf.count == LEAF_ENTRIES) {
            boolean atTheEnd = -place - 1 == LEAF_ENTRIES && index == leafCount - 1;
            insertLeaf(index + 1, leaf.split(atTheEnd ? LEAF_ENTRIES : LEAF_ENTRIES / 2));
            index = atTheEnd ? index + 1 : leafFor(key);
            leaf = leaves[index];
            place = leaf.find(key);
        }
        leaf.insert(-place - 1, key);
    }

    void remove(byte[] key) {
        int index = leafFor(key);
        int place = leaves[index].find(key);
        if (place < 0) {
            return;
        }
        size--;
        leaves[index].remove(place);
        mergeWithNext(index);
    }

    long size() {
        return size;
    }

    /// About how many keys lie in `range`: exactly, if one leaf holds them all.
    long about(KeyRange range) {
        int first = leafFor(range.from());
        int last = leafFor(range.to());
        return first == last
                ? Math.max(0, leaves[last].place(range.to()) - leaves[first].place(range.from()))
                : Math.max(0, last - first) * Math.max(1, size / leafCount);
    }

    /// Bytes of heap that the entries take, roughly.
    long heapBytes() {
        long sum = 0;
        for (int i = 0; i < leafCount; i++) {
            sum += leaves[i].heapBytes();
        }
        return sum;
    }

    /// The first key from `from` on, inclusive, that is before `to`; null when there is none.
    byte @Nullable [] ceiling(byte[] from, byte[] to) {
        var cursor = new Cursor(from, true);
        return cursor.isBefore(to) ? cursor.key() : null;
    }

    /// Hands up to `max` keys of `[from, to)` to `visitor`, ascending, or descending if `reverse`.
    /// With `after`, continues behind that key. Returns the last key visited if more may follow,
    /// null when the range is done.
    byte @Nullable [] visit(
            KeyRange range, boolean reverse, byte @Nullable [] after, int max, Consumer<byte[]> visitor) {
        byte[] last = null;
        int count = 0;
        if (reverse) {
            var cursor = new Cursor(after == null ? range.to() : after, true);
            while (count < max && cursor.stepBack() && Arrays.compareUnsigned(cursor.key(), range.from()) >= 0) {
                last = cursor.key();
                visitor.accept(last);
                count++;
            }
        } else {
            var cursor = new Cursor(after == null ? range.from() : after, after == null);
            while (count < max && cursor.isBefore(range.to())) {
                last = cursor.key();
                visitor.accept(last);
                cursor.step();
                count++;
            }
        }
        return count == max ? last : null;
    }

    /// The last leaf whose first key is not after `key`, or the first leaf.
    private int leafFor(byte[] key) {
        int low = 1;
        int high = leafCount - 1;
        if (high > 0 && leaves[high].compare(0, key) <= 0) {
            return high; // where keys that grow are added
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (leaves[middle].compare(0, key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low - 1;
    }

    private void insertLeaf(int index, Leaf leaf) {
        if (leafCount == leaves.length) {
            leaves = Arrays.copyOf(leaves, leaves.length * 2);
        }
        System.arraycopy(leaves, index, leaves, index + 1, leafCount - index);
        leaves[index] = leaf;
        leafCount++;
    }

    private void mergeWithNext(int index) {
        var leaf = leaves[index];
        if (leaf.count == 0 && leafCount > 1) {
            removeLeaf(index);
        } else if (index + 1 < leafCount && leaf.count + leaves[index + 1].count <= LEAF_ENTRIES / 2) {
            leaf.append(leaves[index + 1]);
            removeLeaf(index + 1);
        }
    }

    private void removeLeaf(int index) {
        System.arraycopy(leaves, index + 1, leaves, index, leafCount - index - 1);
        leaves[--leafCount] = new Leaf();
    }

    /// A place between entries.
    private final class Cursor {

        private int index;
        private int place;

        Cursor(byte[] key, boolean inclusive) {
            index = leafFor(key);
            int found = leaves[index].find(key);
            place = found < 0 ? -found - 1 : inclusive ? found : found + 1;
            skipEnd();
        }

        boolean isBefore(byte[] to) {
            return place < leaves[index].count && leaves[index].compare(place, to) < 0;
        }

        byte[] key() {
            return leaves[index].key(place);
        }

        void step() {
            place++;
            skipEnd();
        }

        boolean stepBack() {
            while (place == 0) {
                if (index == 0) {
                    return false;
                }
                place = leaves[--index].count;
            }
            place--;
            return true;
        }

        private void skipEnd() {
            while (place >= leaves[index].count && index + 1 < leafCount) {
                index++;
                place = 0;
            }
        }
    }

    /// Entries one after the other; `ends[i]` is where entry `i` ends.
    private static final class Leaf {

        private byte[] bytes = {};
        private final int[] ends = new int[LEAF_ENTRIES];
        private int count;

        int start(int i) {
            return i == 0 ? 0 : ends[i - 1];
        }

        byte[] key(int i) {
            return Arrays.copyOfRange(bytes, start(i), ends[i]);
        }

        int compare(int i, byte[] key) {
            return Arrays.compareUnsigned(bytes, start(i), ends[i], key, 0, key.length);
        }

        /// Where `key` is, or `-place - 1` where it would be.
        int find(byte[] key) {
            int low = 0;
            int high = count - 1;
            if (count > 0 && compare(high, key) < 0) {
                return -count - 1;
            }
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = compare(middle, key);
                if (order == 0) {
                    return middle;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -low - 1;
        }

        /// Where `key` is or would be.
        int place(byte[] key) {
            int found = find(key);
            return found < 0 ? -found - 1 : found;
        }

        void insert(int place, byte[] key) {
            int used = start(count);
            if (used + key.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, (used + key.length) * 5 / 4 + 16);
            }
            int at = start(place);
            System.arraycopy(bytes, at, bytes, at + key.length, used - at);
            System.arraycopy(key, 0, bytes, at, key.length);
            for (int i = count; i > place; i--) {
                ends[i] = ends[i - 1] + key.length;
            }
            ends[place] = at + key.length;
            count++;
        }

        void remove(int place) {
            int at = start(place);
            int length = ends[place] - at;
            System.arraycopy(bytes, ends[place], bytes, at, start(count) - ends[place]);
            for (int i = place; i + 1 < count; i++) {
                ends[i] = ends[i + 1] - length;
            }
            count--;
        }

        /// Keeps the first `keep` entries, without slack, and returns a leaf with the others.
        Leaf split(int keep) {
            var other = new Leaf();
            for (int i = keep; i < count; i++) {
                other.insert(i - keep, key(i));
            }
            count = keep;
            bytes = Arrays.copyOf(bytes, start(count));
            return other;
        }

        void append(Leaf other) {
            for (int i = 0; i < other.count; i++) {
                insert(count, other.key(i));
            }
        }

        long heapBytes() {
            return bytes.length + 4L * LEAF_ENTRIES + 64;
        }
    }
}
