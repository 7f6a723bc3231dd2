package cn.shouwang.platform.sealing;

import java.nio.ByteBuffer;
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

    /// The same 16 bytes as two numbers, for whoever compares millions.
    public record Halves(long high, long low) {}

    /// The hash of `text`, already brought into one form, among all of `kind` (e.g. `document`).
    public String of(String kind, String text) {
        return HexFormat.of().formatHex(Arrays.copyOf(keys.index().blind(suite, kind, text), BYTES));
    }

    /// The same as numbers.
    public Halves halves(String kind, String text) {
        var bytes = ByteBuffer.wrap(keys.index().blind(suite, kind, text));
        return new Halves(bytes.getLong(), bytes.getLong());
    }
}
