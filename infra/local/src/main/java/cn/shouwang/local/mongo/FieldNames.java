package cn.shouwang.local.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of one document's fields, as they lie in its bytes: no two are the same, and those of an array
/// count from 0. The engine's trees could not hold anything else.
final class FieldNames {

    private static final int FEW = 16;

    private final byte[] bytes;
    private final int[] ends = new int[FEW];
    private final int[] starts = new int[FEW];
    private int count;
    private @Nullable Set<String> many;

    FieldNames(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether the name from `from` to before `to` was not seen before.
    boolean isNew(int from, int to) {
        if (many != null) {
            return many.add(text(from, to));
        }
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(bytes, starts[i], ends[i], bytes, from, to)) {
                return false;
            }
        }
        if (count == FEW) {
            var all = new HashSet<String>();
            for (int i = 0; i < count; i++) {
                all.add(text(starts[i], ends[i]));
            }
            many = all;
            return all.add(text(from, to));
        }
        starts[count] = from;
        ends[count++] = to;
        return true;
    }

    /// Whether the name is `index` in digits.
    boolean isNumber(int index, int from, int to) {
        int rest = index;
        for (int at = to - 1; at >= from; at--) {
            if (bytes[at] != '0' + rest % 10 || (at == from && at < to - 1 && bytes[at] == '0')) {
                return false;
            }
            rest /= 10;
        }
        return rest == 0 && to > from;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
