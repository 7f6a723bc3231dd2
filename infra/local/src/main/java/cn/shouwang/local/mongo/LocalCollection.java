package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A collection whose documents lie in the log and whose indexes are in memory.
///
/// The engine's superclass brings the update operators, findAndModify and distinct; its own indexes
/// stay empty. One lock per collection: a write command holds it while it changes memory and
/// appends, never while it waits for the disk; readers hold it for a chunk at a time.
final class LocalCollection extends AbstractMongoCollection<Long> {

    private final int id;
    private final Store store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final SlotTable slots;
    private final Map<String, OrderedIndex> ordered = new LinkedHashMap<>();
    private final LongAdder documentsRead = new LongAdder();
    private long definedAt = -1;
    private boolean dropped;

    /// What a multi-update goes over: fixed before the first change, so that no document is met twice.
    private @Nullable List<Long> pinned;

    LocalCollection(MongoDatabase database, String name, int id, Store store, SlotTable slots) {
        super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
        this.id = id;
        this.store = store;
        this.slots = slots;
    }

    // ---- reading

    void reading(Consumer<SlotTable> reader) {
        lock.readLock().lock();
        try {
            reader.accept(slots);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The document that was at `location`, or where compaction has moved it, or null if it is gone.
    byte @Nullable [] read(long slot, long location) {
        documentsRead.increment();
        byte[] bson = store.log().payload(location);
        while (bson == null) {
            long moved = locationOf(slot);
            if (moved < 0) {
                return null;
            }
            bson = store.log().payload(moved);
        }
        return bson;
    }

    private long locationOf(long slot) {
        lock.readLock().lock();
        try {
            return slots.get(slot);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// How many documents were read from the log so far.
    long documentsRead() {
        return documentsRead.sum();
    }

    Matches find(Document query, Document order, int skip, int limit) {
        return Matches.of(this, query, order, skip, limit, plan(query, order));
    }

    private @Nullable Plan plan(Document query, Document order) {
        lock.readLock().lock();
        try {
            return Plan.choose(ordered.values(), query, order);
        } finally {
            lock.readLock().unlock();
        }
    }

    Stream<Document> documents(Matches matches) {
        Iterable<Found> iterable = () -> matches;
        return StreamSupport.stream(iterable.spliterator(), false).map(Found::document);
    }

    /// The documents of `batch` reduced to `fields`, a projection as in find.
    List<Document> project(List<Document> batch, Document fields) {
        return matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, fields)
                .collectDocuments();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (lock.isWriteLockedByCurrentThread() && pinned != null) {
            var slotsToVisit = pinned;
            return new QueryResult(
                    () -> slotsToVisit.stream().map(this::getDocument).iterator());
        }
        var order = orderBy == null ? new Document() : orderBy;
        return new QueryResult(() -> {
            var documents = documents(find(query, order, numberToSkip, limit));
            return fieldSelector == null || fieldSelector.isEmpty()
                    ? documents.iterator()
                    : documents
                            .map(one -> project(List.of(one), fieldSelector).getFirst())
                            .iterator();
        });
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            int rest = Math.max(0, count() - skip);
            return limit > 0 ? Math.min(limit, rest) : rest;
        }
        int count = 0;
        for (var matches = find(query, new Document(), skip, Math.max(limit, 0)); matches.hasNext(); matches.next()) {
            count++;
        }
        return count;
    }

    @Override
    public int count() {
        lock.readLock().lock();
        try {
            return slots.count();
        } finally {
            lock.readLock().unlock();
        }
    }

    // ---- writing

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        var errors = new ArrayList<Document>();
        lock.writeLock().lock();
        try {
            var insert = new Insert();
            for (int i = 0; i < documents.size(); i++) {
                try {
                    insert.add(documents.get(i));
                } catch (MongoServerError e) {
                    errors.add(WriteError.of(i, e));
                    if (isOrdered) {
                        break;
                    }
                }
            }
            insert.append();
        } finally {
            lock.writeLock().unlock();
        }
        return errors;
    }

    @Override
    public void addDocument(Document document) {
        lock.writeLock().lock();
        try {
            var insert = new Insert();
            insert.add(document);
            insert.append();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Documents on their way into the log, in one append. Their slots are filled after it; until
    /// then nobody can look, because the write lock is held.
    private final class Insert {

        private final Batch batch = new Batch(store.log().forced());
        private final List<long[]> slotAndStart = new ArrayList<>();

        void add(Document document) {
            requireId(document);
            long slot = slots.take();
            int start = batch.put(id, slot, document);
            try {
                refuseTooLarge(batch.size() - start);
                var keys = keysOf(batch.array(), start + LogRecord.HEADER);
                refuseDuplicates(keys, slot, document);
                addToIndexes(keys, slot);
            } catch (MongoServerError e) {
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

    private static void requireId(Document document) {
        if (document.get("_id") instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        if (!document.containsKey("_id")) {
            var rest = document.clone();
            document.clear();
            document.append("_id", new ObjectId()).putAll(rest);
        }
    }

    private static void refuseTooLarge(int recordLength) {
        if (recordLength - LogRecord.HEADER > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "a document of %d bytes is larger than the maximum of %d"
                            .formatted(recordLength - LogRecord.HEADER, BsonConstants.MAX_BSON_OBJECT_SIZE));
        }
    }

    @Override
    protected void handleUpdate(Long slot, Document oldDocument, Document newDocument) {
        var batch = new Batch(store.log().forced());
        batch.put(id, slot, newDocument);
        refuseTooLarge(batch.size());
        byte[] former = current(slot);
        var formerKeys = keysOf(former, 0);
        var keys = keysOf(batch.array(), LogRecord.HEADER);
        refuseDuplicates(keys, slot, newDocument);
        long location = store.log().append(batch);
        store.liveBytes().add(batch.size() - LogRecord.HEADER - former.length);
        slots.put(slot, location);
        int i = 0;
        for (OrderedIndex index : ordered.values()) {
            if (!formerKeys.get(i).sameAs(keys.get(i))) {
                index.remove(formerKeys.get(i), slot);
                index.add(keys.get(i), slot);
            }
            i++;
        }
    }

    private void delete(long slot) {
        byte[] former = current(slot);
        var batch = new Batch(store.log().forced());
        batch.delete(id, slot);
        store.log().append(batch);
        store.liveBytes().add(-LogRecord.HEADER - former.length);
        slots.remove(slot);
        for (OrderedIndex index : ordered.values()) {
            index.remove(index.keysOf(former, 0), slot);
        }
    }

    /// The document in `slot`, which must be there: the write lock is held.
    private byte[] current(long slot) {
        byte[] bson = store.log().payload(slots.get(slot));
        if (bson == null) {
            throw new IllegalStateException("slot %d of collection %d is empty".formatted(slot, id));
        }
        return bson;
    }

    private List<IndexKeys.Keys> keysOf(byte[] bson, int document) {
        var keys = new ArrayList<IndexKeys.Keys>(ordered.size());
        for (OrderedIndex index : ordered.values()) {
            keys.add(index.keysOf(bson, document));
        }
        return keys;
    }

    private void refuseDuplicates(List<IndexKeys.Keys> keys, long slot, Document document) {
        int i = 0;
        for (OrderedIndex index : ordered.values()) {
            index.refuseDuplicate(keys.get(i++), slot, document, getFullName());
        }
    }

    private void addToIndexes(List<IndexKeys.Keys> keys, long slot) {
        int i = 0;
        for (OrderedIndex index : ordered.values()) {
            index.add(keys.get(i++), slot);
        }
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        lock.writeLock().lock();
        try {
            pinned = isMulti ? slotsOf(find(selector, new Document(), 0, 0)) : null;
            return super.updateDocuments(selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            pinned = null;
            lock.writeLock().unlock();
        }
    }

    @Override
    public Document findAndModify(Document query) {
        lock.writeLock().lock();
        try {
            return super.findAndModify(query);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// `limit` 0 deletes all that match.
    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        lock.writeLock().lock();
        try {
            var doomed = slotsOf(find(selector, new Document(), 0, Math.max(limit, 0)));
            doomed.forEach(this::delete);
            return doomed.size();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static List<Long> slotsOf(Iterator<Found> matches) {
        var found = new ArrayList<Long>();
        matches.forEachRemaining(match -> found.add(match.slot()));
        return found;
    }

    @Override
    public void removeDocument(Document document) {
        lock.writeLock().lock();
        try {
            delete(findDocumentPosition(document));
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    protected void removeDocument(Long slot) {
        delete(slot);
    }

    @Override
    protected Long findDocumentPosition(Document document) {
        byte[] key = Predicates.bytes(document.get("_id"));
        var index = ordered.get(IndexDefinition.ID.name());
        byte[] entry = index == null ? null : index.entries().ceiling(key, KeyRange.behind(key));
        if (entry == null) {
            throw new IllegalStateException("a document of collection %d has no entry for its _id".formatted(id));
        }
        return OrderedIndex.slotOf(entry);
    }

    // ---- definition

    int id() {
        return id;
    }

    List<IndexDefinition> definitions() {
        lock.readLock().lock();
        try {
            return ordered.values().stream().map(OrderedIndex::definition).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Builds the indexes from the documents, at start and before anybody else can see this.
    void restore(List<IndexDefinition> definitions, long location) {
        definedAt = location;
        store.liveBytes().add(store.log().recordLength(location));
        for (IndexDefinition definition : definitions) {
            ordered.put(definition.name(), new OrderedIndex(definition));
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
        lock.writeLock().lock();
        try {
            var index = new OrderedIndex(definition);
            for (long slot = slots.nextUsed(0); slot >= 0; slot = slots.nextUsed(slot + 1)) {
                byte[] bson = current(slot);
                var keys = index.keysOf(bson, 0);
                if (definition.unique()) {
                    index.refuseDuplicate(keys, slot, Bson.decode(bson), getFullName());
                }
                index.add(keys, slot);
            }
            ordered.put(definition.name(), index);
            define();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void dropIndex(String indexName) {
        lock.writeLock().lock();
        try {
            ordered.remove(indexName);
            define();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        lock.writeLock().lock();
        try {
            super.renameTo(newDatabase, newCollectionName);
            define();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Stores name and indexes as they are now.
    void define() {
        var batch = new Batch(store.log().forced());
        var descriptions = ordered.values().stream()
                .map(index -> index.definition().description())
                .toList();
        batch.define(
                id,
                new Document("db", getDatabaseName())
                        .append("name", getCollectionName())
                        .append("indexes", descriptions));
        long former = definedAt < 0 ? 0 : store.log().recordLength(definedAt);
        definedAt = store.log().append(batch);
        store.liveBytes().add(batch.size() - former);
    }

    @Override
    public void drop() {
        lock.writeLock().lock();
        try {
            var batch = new Batch(store.log().forced());
            batch.drop(id);
            store.log().append(batch);
            dropped = true;
            long live = store.log().recordLength(definedAt);
            for (long slot = slots.nextUsed(0); slot >= 0; slot = slots.nextUsed(slot + 1)) {
                live += store.log().recordLength(slots.get(slot));
            }
            store.liveBytes().add(-live);
        } finally {
            lock.writeLock().unlock();
        }
    }

    // ---- compaction

    /// Writes the records among `locations`, with their `slots`, that still count to the end of the
    /// log. A slot of -1 stands for the definition.
    void rewrite(List<long[]> slotAndLocation) {
        lock.writeLock().lock();
        try {
            if (dropped) {
                return;
            }
            var batch = new Batch(store.log().forced());
            var moved = new ArrayList<long[]>();
            for (long[] each : slotAndLocation) {
                if (each[0] < 0 && each[1] == definedAt) {
                    define();
                } else if (each[0] >= 0 && slots.get(each[0]) == each[1]) {
                    moved.add(new long[] {each[0], batch.put(id, each[0], current(each[0]))});
                }
            }
            if (!moved.isEmpty()) {
                long base = store.log().append(batch);
                moved.forEach(each -> slots.put(each[0], base + each[1]));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    // ---- what the engine asks for

    @Override
    public List<Index<Long>> getIndexes() {
        var described = new ArrayList<Index<Long>>();
        for (IndexDefinition definition : definitions()) {
            described.add(new DescribedIndex(definition));
        }
        return described;
    }

    /// An index as the aggregation stages `$merge` and `$indexStats` look at it.
    private static final class DescribedIndex extends EmptyIndex<Long> {

        private final boolean unique;

        DescribedIndex(IndexDefinition definition) {
            super(
                    definition.name(),
                    definition.fields().stream()
                            .map(field -> new IndexKey(field.path(), field.ascending()))
                            .toList());
            this.unique = definition.unique();
        }

        @Override
        public boolean isUnique() {
            return unique;
        }
    }

    long indexHeapBytes() {
        lock.readLock().lock();
        try {
            return ordered.values().stream()
                    .mapToLong(index -> index.entries().heapBytes())
                    .sum();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    protected Document getDocument(Long slot) {
        return Bson.decode(current(slot));
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int numberToSkip, int numberToReturn, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, numberToSkip, numberToReturn, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        throw new UnsupportedOperationException("documents are reached through find");
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        throw new UnsupportedOperationException("documents are added through addDocument");
    }

    @Override
    public void addIndex(Index<Long> index) {
        throw new UnsupportedOperationException("indexes are added by definition");
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
