package cn.shouwang.evidence;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A hash of 32 bytes: of a leaf, of a subtree, or of a whole tree.
public final class Hash {

    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash with these 32 bytes; [Malformed] for any other number of bytes.
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new Malformed("a hash has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        return new Hash(bytes.clone());
    }

    /// The hash at place `index` of a row of hashes one behind the other.
    public static Hash at(byte[] row, int index) {
        return new Hash(Arrays.copyOfRange(row, index * BYTES, (index + 1) * BYTES));
    }

    /// The hash written as standard base64 with padding, in its one canonical spelling.
    public static Hash parse(String base64) {
        return of(Text.base64(base64));
    }

    /// Takes the array as its own; the caller forgets it.
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /// The bytes themselves, for hashing only.
    byte[] raw() {
        return bytes;
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Lower-case hexadecimal.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
