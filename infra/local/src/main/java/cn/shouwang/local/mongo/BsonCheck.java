package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.wire.BsonConstants;

/// Whether bytes are BSON that [Bson] may walk through without looking where it steps: every length
/// within its document, every name and text ended, every type known, nesting as deep as MongoDB's.
final class BsonCheck {

    private static final int DEEPEST = 180;
    private static final int SHORTEST = 5;

    private BsonCheck() {}

    /// The end of the document at `at`, which lies before `end`; an exception if it is not one.
    static int document(byte[] bytes, int at, int end) {
        return document(bytes, at, end, 0, false);
    }

    private static int document(byte[] bytes, int document, int end, int depth, boolean isArray) {
        require(end - document >= SHORTEST && depth < DEEPEST);
        int length = Bson.intAt(bytes, document);
        require(length >= SHORTEST && length <= end - document);
        int last = document + length - 1;
        require(bytes[last] == BsonConstants.TERMINATING_BYTE);
        int at = document + Integer.BYTES;
        var names = new FieldNames(bytes);
        for (int index = 0; at < last; index++) {
            int value = afterName(bytes, at + 1, last);
            require(isArray ? names.isNumber(index, at + 1, value - 1) : names.isNew(at + 1, value - 1));
            at = value(bytes[at], bytes, value, last, depth);
        }
        require(at == last);
        return last + 1;
    }

    private static int afterName(byte[] bytes, int at, int last) {
        int i = at;
        while (i < last && bytes[i] != 0) {
            i++;
        }
        require(i < last);
        return i + 1;
    }

    private static int value(byte type, byte[] bytes, int at, int last, int depth) {
        switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> {
                return document(bytes, at, last, depth + 1, type == BsonConstants.TYPE_ARRAY);
            }
            case BsonConstants.TYPE_REGEX -> {
                return afterName(bytes, afterName(bytes, at, last), last);
            }
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE, BsonConstants.TYPE_DATA -> {
                require(last - at >= SHORTEST && Bson.intAt(bytes, at) >= 0 && Bson.intAt(bytes, at) < last - at);
            }
            case BsonConstants.TYPE_BOOLEAN -> require(bytes[at] == 0 || bytes[at] == 1);
            case BsonConstants.TERMINATING_BYTE -> require(false);
            default -> {} // of a length that does not depend on what it says
        }
        int end = at + Bson.valueLength(type, bytes, at);
        require(end <= last);
        require(type == BsonConstants.TYPE_DATA ? isKnownBinary(bytes, at) : !isText(type) || isEnded(bytes, at, end));
        return end;
    }

    private static boolean isText(byte type) {
        return type == BsonConstants.TYPE_UTF8_STRING || type == BsonConstants.TYPE_JAVASCRIPT_CODE;
    }

    private static boolean isEnded(byte[] bytes, int at, int end) {
        return Bson.intAt(bytes, at) > 0 && bytes[end - 1] == 0;
    }

    /// Of the kinds of bytes that the engine has objects for.
    private static boolean isKnownBinary(byte[] bytes, int at) {
        return switch (bytes[at + Integer.BYTES]) {
            case BsonConstants.BINARY_SUBTYPE_GENERIC, BsonConstants.BINARY_SUBTYPE_USER_DEFINED -> true;
            case BsonConstants.BINARY_SUBTYPE_OLD_UUID, BsonConstants.BINARY_SUBTYPE_UUID ->
                Bson.intAt(bytes, at) == BsonConstants.LENGTH_UUID;
            default -> false;
        };
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not BSON");
        }
    }
}
