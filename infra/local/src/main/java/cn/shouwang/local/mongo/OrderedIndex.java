package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// An index of a collection: for each key of each document an entry of the key's bytes and the
/// slot, 8 bytes. Equal keys are ordered by slot, that is by insertion.
final class OrderedIndex {

    private final IndexDefinition definition;
    private final KeyTree entries = new KeyTree();
    private boolean multikey;

    OrderedIndex(IndexDefinition definition) {
        this.definition = definition;
    }

    IndexDefinition definition() {
        return definition;
    }

    KeyTree entries() {
        return entries;
    }

    /// Whether some document has, or once had, more than one key here.
    boolean isMultikey() {
        return multikey;
    }

    IndexKeys.Keys keysOf(byte[] bson, int document) {
        return IndexKeys.of(definition, bson, document);
    }

    /// Refuses with E11000 if a slot other than `slot` has one of `keys` and this index is unique;
    /// `document` is made only to be named then.
    void refuseDuplicate(IndexKeys.Keys keys, long slot, Supplier<Document> document, String namespace) {
        if (!definition.unique()) {
            return;
        }
        for (byte[] key : keys.keys()) {
            byte[] entry = entries.ceiling(key, KeyRange.behind(key));
            while (entry != null) {
                if (slotOf(entry) != slot) {
                    throw duplicate(document.get(), namespace);
                }
                entry = entries.ceiling(IndexKeys.concatenate(entry, new byte[1]), KeyRange.behind(key));
            }
        }
    }

    private DuplicateKeyError duplicate(Document document, String namespace) {
        var key = definition.fields().stream()
                .map(field -> field.path() + ": "
                        + Json.toCompactJsonValue(Utils.getSubdocumentValueCollectionAware(document, field.path())))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new DuplicateKeyError(namespace, definition.name() + " dup key: " + key);
    }

    void add(IndexKeys.Keys keys, long slot) {
        multikey |= keys.multikey();
        for (byte[] key : keys.keys()) {
            entries.add(entry(key, slot));
        }
    }

    void remove(IndexKeys.Keys keys, long slot) {
        for (byte[] key : keys.keys()) {
            entries.remove(entry(key, slot));
        }
    }

    private static byte[] entry(byte[] key, long slot) {
        byte[] entry = Arrays.copyOf(key, key.length + Long.BYTES);
        ByteBuffer.wrap(entry).putLong(key.length, slot);
        return entry;
    }

    static long slotOf(byte[] entry) {
        return ByteBuffer.wrap(entry).getLong(entry.length - Long.BYTES);
    }
}
