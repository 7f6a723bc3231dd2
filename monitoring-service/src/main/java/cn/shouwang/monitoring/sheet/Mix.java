package cn.shouwang.monitoring.sheet;

/// Spreads the bits of a hash (the finalizer of MurmurHash3). Whatever is hashed here begins with a
/// person's keyed hash, so nobody without the key can choose or try out values.
public final class Mix {

    private Mix() {}

    public static long of(long bits) {
        var mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    public static long of(long bits, String text) {
        var mixed = bits;
        for (var at = 0; at < text.length(); at++) {
            mixed = mixed * 0x100000001b3L ^ text.charAt(at);
        }
        return of(mixed ^ text.length());
    }
}
