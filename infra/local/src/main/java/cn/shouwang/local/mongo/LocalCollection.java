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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A collection as the engine sees it. The superclass brings the update operators, findAndModify and
/// distinct, and calls back here to find and store; its own indexes stay empty.
final class LocalCollection extends AbstractMongoCollection<Long> {

    private static final byte[] ID = {'_', 'i', 'd'};

    private final Documents documents;

    /// What a multi-update goes over: fixed before the first change, so that no document is met
    /// twice. Set only within [Documents#writing].
    private @Nullable List<Long> pinned;

    /// What the engine was given last and may be about to change. Set only within
    /// [Documents#writing].
    private @Nullable Found given;

    LocalCollection(MongoDatabase database, String name, Documents documents) {
        super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
        this.documents = documents;
    }

    Documents documents() {
        return documents;
    }

    // ---- reading

    Matches find(Document query, Document order, int skip, int limit) {
        return documents.find(query, order, skip, limit);
    }

    static Stream<Document> stream(Matches matches) {
        return stream(matches, Found::document);
    }

    private static Stream<Document> stream(Matches matches, Function<Found, Document> document) {
        Iterable<Found> iterable = () -> matches;
        return StreamSupport.stream(iterable.spliterator(), false).map(document);
    }

    private Document give(Found found) {
        if (documents.isWriting()) {
            given = found;
        }
        return found.document();
    }

    /// `document` reduced to `fields`, a projection as in find.
    Document project(Document document, Document fields) {
        return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
                .collectDocuments()
                .getFirst();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (documents.isWriting() && pinned != null) {
            var slots = pinned;
            return new QueryResult(() -> slots.stream().map(this::getDocument).iterator());
        }
        var order = orderBy == null ? new Document() : orderBy;
        var fields = fieldSelector == null ? new Document() : fieldSelector;
        return new QueryResult(() -> {
            var found = stream(find(query, order, numberToSkip, limit), this::give);
            return fields.isEmpty()
                    ? found.iterator()
                    : found.map(one -> project(one, fields)).iterator();
        });
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int numberToSkip, int numberToReturn, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, numberToSkip, numberToReturn, batchSize, fields);
    }

    @Override
    protected Document getDocument(Long slot) {
        return Bson.decode(documents.current(slot));
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
        return documents.count();
    }

    // ---- writing

    @Override
    public List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return insert(RawDocuments.of(inserted), isOrdered);
    }

    /// Inserts documents as they are and returns the errors; a document without an `_id` is given one.
    List<Document> insert(RawDocuments inserted, boolean isOrdered) {
        return documents.writing(() -> {
            var errors = new ArrayList<Document>();
            var insert = documents.new Insert();
            try {
                addAll(inserted, isOrdered, insert, errors);
            } finally {
                insert.append(); // the indexes know those that came before a failure
            }
            return errors;
        });
    }

    private static void addAll(
            RawDocuments inserted, boolean isOrdered, Documents.Insert insert, List<Document> errors) {
        for (int i = 0; i < inserted.size(); i++) {
            try {
                add(inserted, i, insert);
            } catch (MongoServerError e) {
                errors.add(WriteError.of(i, e));
                if (isOrdered) {
                    return;
                }
            }
        }
    }

    private static void add(RawDocuments inserted, int i, Documents.Insert insert) {
        int id = Bson.find(inserted.bytes(), inserted.start(i), ID);
        if (id >= 0 && inserted.bytes()[id] != BsonConstants.TYPE_ARRAY) {
            insert.add(inserted.bytes(), inserted.start(i), inserted.end(i));
        } else {
            var document = inserted.get(i);
            requireId(document);
            insert.add(Bson.encode(document));
        }
    }

    @Override
    public void addDocument(Document document) {
        documents.writing(() -> {
            requireId(document);
            var insert = documents.new Insert();
            insert.add(Bson.encode(document));
            insert.append();
            return true;
        });
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

    @Override
    public Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return documents.writing(() -> {
            try {
                var plain = isMulti ? null : updatePlainly(selector, updateQuery, isUpsert);
                if (plain != null) {
                    return plain;
                }
                pinned = isMulti ? slotsOf(find(selector, new Document(), 0, 0)) : null;
                return super.updateDocuments(selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
            } finally {
                pinned = null;
                given = null;
            }
        });
    }

    /// Null when the engine has to do it.
    private @Nullable Document updatePlainly(Document selector, Document updateQuery, boolean isUpsert) {
        var update = PlainUpdate.of(updateQuery);
        if (update == null) {
            return null;
        }
        var found = find(selector, new Document(), 0, 1);
        if (!found.hasNext()) {
            return isUpsert ? upsertPlainly(selector, update) : result(0, 0);
        }
        var match = found.next();
        var document = match.document();
        if (update.isRefusable(document)) {
            return null;
        }
        update.apply(document, false);
        return result(1, documents.replace(match.slot(), document) ? 1 : 0);
    }

    private @Nullable Document upsertPlainly(Document selector, PlainUpdate update) {
        var document = PlainUpdate.seed(selector);
        if (document == null || update.isRefusable(document)) {
            return null;
        }
        update.apply(document, true);
        addDocument(document);
        return result(0, 0).append("upserted", document.get("_id"));
    }

    private static Document result(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }

    @Override
    protected void handleUpdate(Long slot, Document oldDocument, Document newDocument) {
        documents.replace(slot, newDocument);
    }

    @Override
    public Document findAndModify(Document query) {
        return documents.writing(() -> {
            try {
                return super.findAndModify(query);
            } finally {
                given = null;
            }
        });
    }

    /// `limit` 0 deletes all that match.
    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return documents.writing(() -> {
            var doomed = slotsOf(find(selector, new Document(), 0, Math.max(limit, 0)));
            documents.delete(doomed);
            return doomed.size();
        });
    }

    private static List<Long> slotsOf(Iterator<Found> matches) {
        var found = new ArrayList<Long>();
        matches.forEachRemaining(match -> found.add(match.slot()));
        return found;
    }

    @Override
    public void removeDocument(Document document) {
        documents.writing(() -> {
            removeDocument(findDocumentPosition(document));
            return true;
        });
    }

    @Override
    protected void removeDocument(Long slot) {
        documents.delete(List.of(slot));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very document that was given out, not one like it
    protected Long findDocumentPosition(Document document) {
        var last = given;
        return last != null && last.document() == document ? last.slot() : documents.slotOf(document.get("_id"));
    }

    // ---- definition

    @Override
    public void dropIndex(String indexName) {
        documents.dropIndex(indexName);
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        super.renameTo(newDatabase, newCollectionName);
        documents.rename(newDatabase.getDatabaseName(), newCollectionName);
    }

    @Override
    public void drop() {
        documents.drop();
    }

    @Override
    public List<Index<Long>> getIndexes() {
        var described = new ArrayList<Index<Long>>();
        for (IndexDefinition definition : documents.definitions()) {
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

    // ---- what the engine would do with indexes of its own

    @Override
    protected boolean tracksDataSize() {
        return false;
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
