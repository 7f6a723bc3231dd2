package cn.shouwang.platform.sealing;

import java.util.Arrays;
import java.util.HexFormat;

/// Turns an identifier into a keyed hash by which equal ones are found.
///
/// 16 bytes as hex of HMAC under the installation's index key. Id and phone numbers are few enough to
/// be tried out one by one, so a bare hash would hide nothing; this one tells whoever lacks the key
/// only which rows are equal.
public final class BlindIndex {

    private static final int BYTES = 16;

    private final WrappingKeys keys;
    private final Suite suite;

    public BlindIndex(WrappingKeys keys, Suite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    /// The hash of `text`, already brought into one form, among all of `kind` (e.g. `document`).
    public String of(String kind, String text) {
        return HexFormat.of().formatHex(Arrays.copyOf(keys.index().blind(suite, kind, text), BYTES));
    }
}
