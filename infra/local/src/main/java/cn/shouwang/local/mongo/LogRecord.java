package cn.shouwang.local.mongo;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The form of a record in a segment, all numbers little-endian:
///
/// | offset | bytes | |
/// |---|---|---|
/// | 0 | 4 | magic `SWL1` |
/// | 4 | 4 | length of the payload |
/// | 8 | 4 | CRC32C of everything that follows, payload included |
/// | 12 | 8 | how far the log was known to be forced when this was written, a [Location] |
/// | 20 | 1 | kind |
/// | 21 | 4 | collection |
/// | 25 | 8 | slot |
/// | 33 | n | payload: BSON, or nothing |
///
/// The forced mark is what tells a torn tail from damage. A broken record that a later record
/// declares forced was acknowledged once, so the file is damaged; one that no later record vouches
/// for was never acknowledged, whatever the disk made of the order of its pages.
final class LogRecord {

    /// A document: the last one of a slot counts.
    static final byte PUT = 1;

    /// The document of a slot is gone.
    static final byte DELETE = 2;

    /// Name and indexes of a collection: the last one counts.
    static final byte DEFINE = 3;

    /// A collection is gone with all its slots; its number is never given again.
    static final byte DROP = 4;

    /// Nothing happened: written at a clean close, so that everything before it is vouched for.
    static final byte SEAL = 5;

    static final int HEADER = 33;
    static final int MAGIC = 0x314C5753;
    static final int CHECKED_FROM = 12;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private LogRecord() {}

    /// Whether a whole and undamaged record begins at `offset`.
    static boolean isValid(MemorySegment bytes, long offset, long end) {
        if (offset + HEADER > end || bytes.get(INT, offset) != MAGIC) {
            return false;
        }
        int length = payloadLength(bytes, offset);
        if (length < 0 || offset + HEADER + length > end) {
            return false;
        }
        var crc = new CRC32C();
        crc.update(bytes.asSlice(offset + CHECKED_FROM, HEADER - CHECKED_FROM + (long) length)
                .asByteBuffer());
        return (int) crc.getValue() == bytes.get(INT, offset + 8);
    }

    static int payloadLength(MemorySegment bytes, long offset) {
        return bytes.get(INT, offset + 4);
    }

    static int length(MemorySegment bytes, long offset) {
        return HEADER + payloadLength(bytes, offset);
    }

    static long forced(MemorySegment bytes, long offset) {
        return bytes.get(LONG, offset + 12);
    }

    static byte kind(MemorySegment bytes, long offset) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset + 20);
    }

    static int collection(MemorySegment bytes, long offset) {
        return bytes.get(INT, offset + 21);
    }

    static long slot(MemorySegment bytes, long offset) {
        return bytes.get(LONG, offset + 25);
    }

    static byte[] payload(MemorySegment bytes, long offset) {
        byte[] payload = new byte[payloadLength(bytes, offset)];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset + HEADER, payload, 0, payload.length);
        return payload;
    }

    /// Fills in length and checksum of the record in `bytes` from `start` to `end`.
    static void seal(byte[] bytes, int start, int end) {
        var record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(start + 4, end - start - HEADER);
        var crc = new CRC32C();
        crc.update(bytes, start + CHECKED_FROM, end - start - CHECKED_FROM);
        record.putInt(start + 8, (int) crc.getValue());
    }
}
