package cn.shouwang.local.mongo;

import cn.shouwang.local.mongo.IndexDefinition.Field;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys that a document has in an index: one, or with an array in the way of a field one per
/// element, or none in a sparse index that has none of the fields.
///
/// At most one field of an index may meet an array (MongoDB's error 171; this is a little stricter
/// than MongoDB, which lets fields share the same array).
final class IndexKeys {

    private final IndexDefinition definition;
    private final byte[] bson;
    private final int document;
    private boolean found;
    private boolean multikey;

    private IndexKeys(IndexDefinition definition, byte[] bson, int document) {
        this.definition = definition;
        this.bson = bson;
        this.document = document;
    }

    /// The keys; `multikey` tells whether an array was met.
    record Keys(List<byte[]> keys, boolean multikey) {

        boolean sameAs(Keys other) {
            return Arrays.deepEquals(keys.toArray(), other.keys.toArray());
        }
    }

    /// The keys of the document at `document` in `bson`.
    static Keys of(IndexDefinition definition, byte[] bson, int document) {
        return new IndexKeys(definition, bson, document).keys();
    }

    private Keys keys() {
        List<byte[]> keys = List.of(new byte[0]);
        for (Field field : definition.fields()) {
            boolean before = multikey;
            multikey = false;
            var values = new ArrayList<byte[]>(1);
            collect(field, 0, document, values);
            if (before && multikey) {
                throw new MongoServerError(
                        171, "CannotIndexParallelArrays", "cannot index parallel arrays in index " + definition.name());
            }
            multikey |= before;
            keys = product(keys, values);
        }
        return definition.sparse() && !found ? new Keys(List.of(), false) : new Keys(keys, multikey);
    }

    private void collect(Field field, int depth, int at, List<byte[]> values) {
        int element = Bson.find(bson, at, field.names().get(depth));
        if (element < 0) {
            values.add(value(field, BsonConstants.TYPE_NULL, 0));
            return;
        }
        byte type = bson[element];
        int valueAt = Bson.afterName(bson, element + 1);
        boolean last = depth == field.names().size() - 1;
        if (type == BsonConstants.TYPE_ARRAY) {
            multikey = true;
            found = true;
            collectElements(field, depth, valueAt, last, values);
        } else if (last) {
            found = true;
            values.add(value(field, type, valueAt));
        } else if (type == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
            collect(field, depth + 1, valueAt, values);
        } else {
            values.add(value(field, BsonConstants.TYPE_NULL, 0));
        }
    }

    private void collectElements(Field field, int depth, int array, boolean last, List<byte[]> values) {
        int at = array + 4;
        if (bson[at] == BsonConstants.TERMINATING_BYTE) {
            values.add(direction(field, new byte[] {BsonOrder.EMPTY_ARRAY}));
        }
        while (bson[at] != BsonConstants.TERMINATING_BYTE) {
            int valueAt = Bson.afterName(bson, at + 1);
            if (last) {
                values.add(value(field, bson[at], valueAt));
            } else if (bson[at] == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
                collect(field, depth + 1, valueAt, values);
            } else {
                values.add(value(field, BsonConstants.TYPE_NULL, 0));
            }
            at = valueAt + Bson.valueLength(bson[at], bson, valueAt);
        }
    }

    private byte[] value(Field field, byte type, int at) {
        var key = new KeyBytes();
        BsonOrder.put(type, bson, at, key);
        return direction(field, key.toArray());
    }

    private static byte[] direction(Field field, byte[] value) {
        if (!field.ascending()) {
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) ~value[i];
            }
        }
        return value;
    }

    private static List<byte[]> product(List<byte[]> prefixes, List<byte[]> values) {
        var keys = new ArrayList<byte[]>(prefixes.size() * values.size());
        for (byte[] prefix : prefixes) {
            for (byte[] value : values) {
                keys.add(prefix.length == 0 ? value : concatenate(prefix, value));
            }
        }
        return keys;
    }

    static byte[] concatenate(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
