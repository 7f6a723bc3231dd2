package cn.shouwang.monitoring.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Facts as bytes, one behind the other: three longs, the day, the amount, the number, the length of the
/// code in bytes and the code in UTF-8.
public final class Facts {

    static final int LONGEST_CODE = 60;

    private static final int FIXED = 3 * Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES + 1;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private int count;

    void add(Fact fact) {
        var code = fact.code().getBytes(StandardCharsets.UTF_8);
        if (bytes.remaining() < FIXED + code.length) {
            bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
        }
        bytes.putLong(fact.high()).putLong(fact.low()).putLong(fact.record());
        bytes.putInt(fact.day()).putLong(fact.amountFen()).putInt(fact.number());
        bytes.put((byte) code.length).put(code);
        count++;
    }

    int count() {
        return count;
    }

    /// All bytes so far; begins anew.
    byte[] take() {
        var all = new byte[bytes.flip().remaining()];
        bytes.get(all).clear();
        count = 0;
        return all;
    }

    /// Hands over every fact of one piece, in order.
    public static void each(byte[] piece, Consumer<Fact> fact) {
        var bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
            var high = bytes.getLong();
            var low = bytes.getLong();
            var record = bytes.getLong();
            var day = bytes.getInt();
            var amount = bytes.getLong();
            var number = bytes.getInt();
            var code = new byte[bytes.get()];
            bytes.get(code);
            fact.accept(new Fact(high, low, record, day, amount, number, new String(code, StandardCharsets.UTF_8)));
        }
    }
}
