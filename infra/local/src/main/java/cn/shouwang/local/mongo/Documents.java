package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The documents of one collection in the log, the slots that say where, and the indexes on them.
///
/// One lock guards it all: a write holds it while it appends and changes memory, never while it
/// waits for the disk; a reader holds it for a chunk at a time.
final class Documents {

    private final int id;
    private final Store store;
    private final SlotTable slots;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, OrderedIndex> indexes = new LinkedHashMap<>();
    private final LongAdder read = new LongAdder();
    private String database;
    private String name;
    private long definedAt = -1;
    private boolean dropped;

    Documents(int id, String database, String name, Store store, SlotTable slots) {
        this.id = id;
        this.database = database;
        this.name = name;
        this.store = store;
        this.slots = slots;
    }

    int id() {
        return id;
    }

    // ---- reading

    void reading(Consumer<SlotTable> reader) {
        reading(() -> {
            reader.accept(slots);
            return true;
        });
    }

    private <T extends @Nullable Object> T reading(Supplier<T> reader) {
        lock.readLock().lock();
        try {
            return reader.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The document that was at `location`, or, where compaction has moved it, as it is now, or null if
    /// it is gone.
    @Nullable
    Found read(long slot, long location) {
        read.increment();
        byte[] bson = store.log().payload(location);
        boolean moved = bson == null;
        while (bson == null) {
            long now = reading(() -> slots.get(slot));
            if (now < 0) {
                return null;
            }
            bson = store.log().payload(now);
        }
        return new Found(slot, bson, moved);
    }

    /// How many documents queries have read from the log so far.
    long documentsRead() {
        return read.sum();
    }

    int count() {
        return reading(slots::count);
    }

    Matches find(Document query, Document order, int skip, int limit) {
        var plan = this.<@Nullable Plan>reading(() -> Plan.choose(indexes.values(), query, order));
        return Matches.of(this, query, order, skip, limit, plan);
    }

    // ---- writing

    /// Runs `change` as the only writer; nobody reads meanwhile. It may nest.
    <T extends @Nullable Object> T writing(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    boolean isWriting() {
        return lock.isWriteLockedByCurrentThread();
    }

    /// Documents on their way into the log, in one append. Their slots are filled after it; until
    /// then nobody can look, because it happens within [#writing].
    final class Insert {

        private final Batch batch = new Batch(store.log().forced());
        private final List<long[]> slotAndStart = new ArrayList<>();

        void add(byte[] bson) {
            add(bson, 0, bson.length);
        }

        /// Adds a document, which has an `_id`, or refuses it and leaves the others as they are.
        void add(byte[] bytes, int from, int to) {
            long slot = slots.take();
            int start = batch.put(id, slot, bytes, from, to);
            try {
                refuseTooLarge(batch.size() - start);
                var keys = keysOf(batch.array(), start + LogRecord.HEADER);
                refuseDuplicates(keys, slot, batch.array(), start + LogRecord.HEADER);
                addToIndexes(keys, slot);
            } catch (RuntimeException | Error e) {
                batch.takeBack(start);
                throw e;
            }
            slotAndStart.add(new long[] {slot, start});
        }

        void append() {
            if (!slotAndStart.isEmpty()) {
                long base = store.log().append(batch);
                for (long[] each : slotAndStart) {
                    slots.put(each[0], base + each[1]);
                }
                store.liveBytes().add(batch.size());
            }
        }
    }

    /// Puts `document` in the place of the one in `slot`, within [#writing]; false if it is the same.
    boolean replace(long slot, Document document) {
        var batch = new Batch(store.log().forced());
        batch.put(id, slot, document);
        refuseTooLarge(batch.size());
        byte[] former = current(slot);
        if (Arrays.equals(former, 0, former.length, batch.array(), LogRecord.HEADER, batch.size())) {
            return false;
        }
        var formerKeys = keysOf(former, 0);
        var keys = keysOf(batch.array(), LogRecord.HEADER);
        refuseDuplicates(keys, slot, batch.array(), LogRecord.HEADER);
        long location = store.log().append(batch);
        store.liveBytes().add(batch.size() - LogRecord.HEADER - former.length);
        slots.put(slot, location);
        int i = 0;
        for (OrderedIndex index : indexes.values()) {
            if (!formerKeys.get(i).sameAs(keys.get(i))) {
                index.remove(formerKeys.get(i), slot);
                index.add(keys.get(i), slot);
            }
            i++;
        }
        return true;
    }

    /// Deletes the documents in `doomed` with one append, within [#writing].
    void delete(List<Long> doomed) {
        var batch = new Batch(store.log().forced());
        doomed.forEach(slot -> batch.delete(id, slot));
        if (doomed.isEmpty()) {
            return;
        }
        store.log().append(batch);
        for (long slot : doomed) {
            byte[] former = current(slot);
            for (OrderedIndex index : indexes.values()) {
                index.remove(index.keysOf(former, 0), slot);
            }
            slots.remove(slot);
            store.liveBytes().add(-LogRecord.HEADER - former.length);
        }
    }

    /// The document in `slot`, which must be there, within [#writing].
    byte[] current(long slot) {
        byte[] bson = store.log().payload(slots.get(slot));
        if (bson == null) {
            throw new IllegalStateException("slot %d of collection %d is empty".formatted(slot, id));
        }
        return bson;
    }

    /// The slot of the document with this `_id`, which must be there, within [#writing].
    long slotOf(@Nullable Object documentId) {
        byte[] key = Predicates.bytes(documentId);
        var index = indexes.get(IndexDefinition.ID.name());
        byte[] entry = index == null ? null : index.entries().ceiling(key, KeyRange.behind(key));
        if (entry == null) {
            throw new IllegalStateException("a document of collection %d has no entry for its _id".formatted(id));
        }
        return OrderedIndex.slotOf(entry);
    }

    private static void refuseTooLarge(int recordLength) {
        int length = recordLength - LogRecord.HEADER;
        if (length > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "a document of %d bytes is larger than the maximum of %d"
                            .formatted(length, BsonConstants.MAX_BSON_OBJECT_SIZE));
        }
    }

    private List<IndexKeys.Keys> keysOf(byte[] bson, int document) {
        var keys = new ArrayList<IndexKeys.Keys>(indexes.size());
        for (OrderedIndex index : indexes.values()) {
            keys.add(index.keysOf(bson, document));
        }
        return keys;
    }

    private void refuseDuplicates(List<IndexKeys.Keys> keys, long slot, byte[] bson, int document) {
        int i = 0;
        for (OrderedIndex index : indexes.values()) {
            index.refuseDuplicate(keys.get(i++), slot, () -> Bson.decode(bson, document), namespace());
        }
    }

    private void addToIndexes(List<IndexKeys.Keys> keys, long slot) {
        int i = 0;
        for (OrderedIndex index : indexes.values()) {
            index.add(keys.get(i++), slot);
        }
    }

    // ---- definition

    private String namespace() {
        return database + "." + name;
    }

    List<IndexDefinition> definitions() {
        return reading(
                () -> indexes.values().stream().map(OrderedIndex::definition).toList());
    }

    long indexHeapBytes() {
        return reading(() -> indexes.values().stream()
                .mapToLong(index -> index.entries().heapBytes())
                .sum());
    }

    /// Builds the indexes from the documents, at start and before anybody else can see this.
    void restore(List<IndexDefinition> definitions, long location) {
        definedAt = location;
        store.liveBytes().add(store.log().recordLength(location));
        for (IndexDefinition definition : definitions) {
            indexes.put(definition.name(), new OrderedIndex(definition));
        }
        for (long slot = slots.nextUsed(0); slot >= 0; slot = slots.nextUsed(slot + 1)) {
            byte[] bson = current(slot);
            store.liveBytes().add(LogRecord.HEADER + bson.length);
            addToIndexes(keysOf(bson, 0), slot);
        }
    }

    /// Adds an index, filled from the documents there are, and stores the definition. Throws and
    /// changes nothing if a unique index meets a duplicate.
    void addIndex(IndexDefinition definition) {
        writing(() -> {
            var index = new OrderedIndex(definition);
            for (long slot = slots.nextUsed(0); slot >= 0; slot = slots.nextUsed(slot + 1)) {
                byte[] bson = current(slot);
                var keys = index.keysOf(bson, 0);
                if (definition.unique()) {
                    index.refuseDuplicate(keys, slot, () -> Bson.decode(bson, 0), namespace());
                }
                index.add(keys, slot);
            }
            indexes.put(definition.name(), index);
            define();
            return true;
        });
    }

    void dropIndex(String indexName) {
        writing(() -> {
            indexes.remove(indexName);
            define();
            return true;
        });
    }

    void rename(String newDatabase, String newName) {
        writing(() -> {
            database = newDatabase;
            name = newName;
            define();
            return true;
        });
    }

    /// Stores name and indexes as they are now.
    private void define() {
        var batch = new Batch(store.log().forced());
        var descriptions = indexes.values().stream()
                .map(index -> index.definition().description())
                .toList();
        batch.define(id, new Document("db", database).append("name", name).append("indexes", descriptions));
        long former = definedAt < 0 ? 0 : store.log().recordLength(definedAt);
        definedAt = store.log().append(batch);
        store.liveBytes().add(batch.size() - former);
    }

    void drop() {
        writing(() -> {
            var batch = new Batch(store.log().forced());
            batch.drop(id);
            store.log().append(batch);
            dropped = true;
            long live = store.log().recordLength(definedAt);
            for (long slot = slots.nextUsed(0); slot >= 0; slot = slots.nextUsed(slot + 1)) {
                live += store.log().recordLength(slots.get(slot));
            }
            store.liveBytes().add(-live);
            return true;
        });
    }

    /// Writes the records among `slotAndLocation` that still count to the end of the log, for
    /// compaction. A slot of -1 stands for the definition.
    void rewrite(List<long[]> slotAndLocation) {
        writing(() -> {
            var batch = new Batch(store.log().forced());
            var moved = new ArrayList<long[]>();
            for (long[] each : slotAndLocation) {
                if (dropped) {
                    break;
                }
                if (each[0] < 0 && each[1] == definedAt) {
                    define();
                } else if (each[0] >= 0 && slots.get(each[0]) == each[1]) {
                    byte[] bson = current(each[0]);
                    moved.add(new long[] {each[0], batch.put(id, each[0], bson, 0, bson.length)});
                }
            }
            if (!moved.isEmpty()) {
                long base = store.log().append(batch);
                moved.forEach(each -> slots.put(each[0], base + each[1]));
            }
            return true;
        });
    }
}
