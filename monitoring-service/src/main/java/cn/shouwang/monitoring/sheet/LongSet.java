package cn.shouwang.monitoring.sheet;

/// A set of hashes: 16 bytes for each, where a set of objects takes sixty.
public final class LongSet {

    private long[] slots = new long[1 << 12];
    private int size;
    private boolean zero;

    /// False when it was there already.
    public boolean add(long value) {
        if (value == 0) {
            var fresh = !zero;
            zero = true;
            return fresh;
        }
        if (size * 2 > slots.length) {
            grow();
        }
        var fresh = put(slots, value);
        size += fresh ? 1 : 0;
        return fresh;
    }

    public boolean has(long value) {
        if (value == 0) {
            return zero;
        }
        var at = (int) Mix.of(value) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != value) {
            at = at + 1 & slots.length - 1;
        }
        return slots[at] == value;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (var value : slots) {
            if (value != 0) {
                put(larger, value);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long value) {
        var at = (int) Mix.of(value) & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == value) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = value;
        return true;
    }
}
