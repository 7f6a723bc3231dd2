package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.math.BigDecimal;

/// Bytes whose unsigned order is MongoDB's order of values
/// (<https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/>).
///
/// No value's bytes are a prefix of another's, so keys of several fields are their bytes one after
/// the other. Numbers compare by value across types: 1, 1L, 1.0 and decimal 1 have the same bytes.
/// Strings compare by code point. A missing field is null; an empty array comes before null.
final class BsonOrder {

    static final byte EMPTY_ARRAY = 0x08;
    static final byte NULL = 0x10;
    static final byte NUMBER = 0x20;

    private static final int REMAINDER_BELOW = 0x40;
    private static final int NO_REMAINDER = 0x80;
    private static final int REMAINDER_ABOVE = 0xC0;

    /// How often a remainder is split again: three doubles hold the 34 digits of a decimal.
    private static final int REMAINDERS = 2;

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private BsonOrder() {}

    /// The first byte of every value of a BSON type; comparisons never leave it.
    static byte typeByte(byte type) {
        return switch (type) {
            case BsonConstants.TYPE_MIN_KEY -> 0x05;
            case BsonConstants.TYPE_NULL, BsonConstants.TYPE_UNDEFINED -> NULL;
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_INT32,
                    BsonConstants.TYPE_INT64,
                    BsonConstants.TYPE_DECIMAL128 -> NUMBER;
            case BsonConstants.TYPE_UTF8_STRING -> 0x30;
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> 0x38;
            case BsonConstants.TYPE_ARRAY -> 0x40;
            case BsonConstants.TYPE_DATA -> 0x48;
            case BsonConstants.TYPE_OBJECT_ID -> 0x50;
            case BsonConstants.TYPE_BOOLEAN -> 0x58;
            case BsonConstants.TYPE_UTC_DATETIME -> 0x60;
            case BsonConstants.TYPE_TIMESTAMP -> 0x68;
            case BsonConstants.TYPE_REGEX -> 0x70;
            case BsonConstants.TYPE_JAVASCRIPT_CODE -> 0x78;
            case BsonConstants.TYPE_MAX_KEY -> 0x7F;
            default -> throw new IllegalArgumentException("unknown BSON type 0x%02x".formatted(type));
        };
    }

    /// Appends the value of `type` that lies at `at`.
    static void put(byte type, byte[] bson, int at, KeyBytes key) {
        key.put(typeByte(type));
        switch (type) {
            case BsonConstants.TYPE_INT32 -> putLong(Bson.intAt(bson, at), key);
            case BsonConstants.TYPE_INT64 -> putLong(Bson.longAt(bson, at), key);
            case BsonConstants.TYPE_DOUBLE -> putDouble(Double.longBitsToDouble(Bson.longAt(bson, at)), key);
            case BsonConstants.TYPE_DECIMAL128 ->
                putDecimal(new Decimal128(Bson.longAt(bson, at), Bson.longAt(bson, at + 8)), key);
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
                putText(bson, at + 4, at + 3 + Bson.intAt(bson, at), key);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> putDocument(bson, at, key);
            case BsonConstants.TYPE_ARRAY -> putArray(bson, at, key);
            case BsonConstants.TYPE_DATA -> {
                key.putInt(Bson.intAt(bson, at));
                key.put(bson, at + 4, 1 + Bson.intAt(bson, at));
            }
            case BsonConstants.TYPE_OBJECT_ID -> key.put(bson, at, 12);
            case BsonConstants.TYPE_BOOLEAN -> key.put(bson[at]);
            case BsonConstants.TYPE_UTC_DATETIME -> key.putLong(Bson.longAt(bson, at) ^ Long.MIN_VALUE);
            case BsonConstants.TYPE_TIMESTAMP -> key.putLong(Bson.longAt(bson, at));
            case BsonConstants.TYPE_REGEX -> {
                int options = Bson.afterName(bson, at);
                putText(bson, at, options - 1, key);
                putText(bson, options, Bson.afterName(bson, options) - 1, key);
            }
            default -> {} // the type says it all
        }
    }

    private static void putLong(long value, KeyBytes key) {
        if (Math.abs(value) <= EXACT_IN_DOUBLE && value != Long.MIN_VALUE) {
            putDouble((double) value, key);
        } else {
            putExact(BigDecimal.valueOf(value), 0, key);
        }
    }

    private static void putDecimal(Decimal128 decimal, KeyBytes key) {
        double nearest = decimal.doubleValue();
        if (Double.isNaN(nearest)
                || decimal.equals(Decimal128.POSITIVE_INFINITY)
                || decimal.equals(Decimal128.NEGATIVE_INFINITY)) {
            putDouble(nearest, key);
            return;
        }
        var exact = decimal.toBigDecimal();
        if (Double.isInfinite(nearest) || (nearest == 0 && exact.signum() != 0)) {
            throw new MongoServerError(
                    ErrorCode.BadValue,
                    "a decimal beyond the range of a double cannot be indexed here; use --mongo URI");
        }
        putExact(exact, 0, key);
    }

    private static void putDouble(double value, KeyBytes key) {
        key.putLong(image(value));
        key.put(NO_REMAINDER);
    }

    private static void putExact(BigDecimal value, int depth, KeyBytes key) {
        double nearest = value.doubleValue();
        key.putLong(image(nearest));
        var remainder = value.subtract(new BigDecimal(nearest));
        if (depth == REMAINDERS || remainder.doubleValue() == 0) {
            key.put(NO_REMAINDER);
        } else {
            key.put(remainder.signum() < 0 ? REMAINDER_BELOW : REMAINDER_ABOVE);
            putExact(remainder, depth + 1, key);
        }
    }

    /// A double as a long whose unsigned order is the order of numbers, NaN first.
    private static long image(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(value == 0 ? 0.0 : value); // -0.0 is 0.0
        return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    }

    /// Text ends with 00 01 and a zero in it becomes 00 FF, so a shorter text comes first.
    private static void putText(byte[] bytes, int from, int to, KeyBytes key) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                key.put(bytes, start, i + 1 - start);
                key.put(0xFF);
                start = i + 1;
            }
        }
        key.put(bytes, start, to - start);
        key.put(0);
        key.put(1);
    }

    private static void putDocument(byte[] bson, int document, KeyBytes key) {
        int at = document + 4;
        while (bson[at] != BsonConstants.TERMINATING_BYTE) {
            int valueAt = Bson.afterName(bson, at + 1);
            key.put(typeByte(bson[at]));
            putText(bson, at + 1, valueAt - 1, key);
            put(bson[at], bson, valueAt, key);
            at = valueAt + Bson.valueLength(bson[at], bson, valueAt);
        }
        key.put(0);
    }

    private static void putArray(byte[] bson, int array, KeyBytes key) {
        int at = array + 4;
        while (bson[at] != BsonConstants.TERMINATING_BYTE) {
            int valueAt = Bson.afterName(bson, at + 1);
            put(bson[at], bson, valueAt, key);
            at = valueAt + Bson.valueLength(bson[at], bson, valueAt);
        }
        key.put(0);
    }
}
