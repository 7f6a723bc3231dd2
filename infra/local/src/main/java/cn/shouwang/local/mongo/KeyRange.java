package cn.shouwang.local.mongo;

import java.util.Arrays;

/// Index keys from `from`, inclusive, to `to`, exclusive.
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyRange(byte[] from, byte[] to) {

    /// Every key that begins with `prefix`.
    static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, behind(prefix));
    }

    /// The first byte string behind all that begin with `prefix`.
    static byte[] behind(byte[] prefix) {
        int end = prefix.length;
        while (end > 0 && prefix[end - 1] == (byte) 0xFF) {
            end--;
        }
        if (end == 0) {
            return new byte[] {(byte) 0xFF, (byte) 0xFF}; // no key begins with FF FF: type bytes stop at 7F
        }
        byte[] next = Arrays.copyOf(prefix, end);
        next[end - 1]++;
        return next;
    }
}
