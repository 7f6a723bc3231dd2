package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// BSON as it lies in an array, read in place: a million documents are indexed at start without a
/// tree of objects for each.
final class Bson {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bson() {}

    static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static Document decode(byte[] bson) {
        return decode(bson, 0);
    }

    /// The document at `document`.
    static Document decode(byte[] bytes, int document) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes, document, intAt(bytes, document)));
    }

    static byte[] encode(Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bson = new byte[buffer.readableBytes()];
        buffer.readBytes(bson);
        return bson;
    }

    /// The offset just behind the name that starts at `at`.
    static int afterName(byte[] bytes, int at) {
        int i = at;
        while (bytes[i] != 0) {
            i++;
        }
        return i + 1;
    }

    /// The length of a value of `type` at `at`.
    static int valueLength(byte type, byte[] bytes, int at) {
        return switch (type) {
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 -> 8;
            case BsonConstants.TYPE_INT32 -> 4;
            case BsonConstants.TYPE_BOOLEAN -> 1;
            case BsonConstants.TYPE_OBJECT_ID -> 12;
            case BsonConstants.TYPE_DECIMAL128 -> 16;
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> 4 + intAt(bytes, at);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> intAt(bytes, at);
            case BsonConstants.TYPE_DATA -> 5 + intAt(bytes, at);
            case BsonConstants.TYPE_REGEX -> afterName(bytes, afterName(bytes, at)) - at;
            case BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY -> 0;
            default -> throw new IllegalArgumentException("unknown BSON type 0x%02x".formatted(type));
        };
    }

    /// The offset of the element called `name` (its type byte) in the document at `document`, or -1.
    static int find(byte[] bytes, int document, byte[] name) {
        int at = document + 4;
        while (bytes[at] != BsonConstants.TERMINATING_BYTE) {
            int valueAt = afterName(bytes, at + 1);
            if (isName(bytes, at + 1, valueAt - 1, name)) {
                return at;
            }
            at = valueAt + valueLength(bytes[at], bytes, valueAt);
        }
        return -1;
    }

    private static boolean isName(byte[] bytes, int from, int to, byte[] name) {
        return Arrays.equals(bytes, from, to, name, 0, name.length);
    }
}
