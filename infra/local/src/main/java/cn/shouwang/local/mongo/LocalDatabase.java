package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// A database: collections by name. The engine's superclass counts; everything about which collections
/// and indexes exist is kept here and in the log.
final class LocalDatabase extends AbstractMongoDatabase<Long> {

    private static final int LONGEST_NAMESPACE = 255;

    private static final @Nullable Channel NO_CONNECTION = null;

    private final Store store;
    private final Map<String, LocalCollection> collections = new ConcurrentSkipListMap<>();

    LocalDatabase(String name, Store store) {
        super(name, new CursorRegistry());
        this.store = store;
    }

    void register(String name, LocalCollection collection) {
        collections.put(name, collection);
    }

    Collection<LocalCollection> collections() {
        return collections.values();
    }

    @Nullable
    LocalCollection find(String name) {
        return collections.get(name);
    }

    LocalCollection findOrCreate(String name) {
        var existing = collections.get(name);
        return existing != null ? existing : resolveOrCreateCollection(name);
    }

    @Override
    public @Nullable LocalCollection resolveCollection(String collectionName, boolean throwIfNotFound) {
        var collection = collections.get(collectionName);
        if (collection == null && throwIfNotFound) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns not found: " + namespace(collectionName));
        }
        return collection;
    }

    @Override
    protected LocalCollection resolveOrCreateCollection(String collectionName) {
        synchronized (store) {
            var existing = collections.get(collectionName);
            if (existing != null) {
                return existing;
            }
            refuseBadName(collectionName);
            var collection = store.create(this, collectionName);
            collections.put(collectionName, collection);
            return collection;
        }
    }

    private void refuseBadName(String name) {
        if (getDatabaseName().isEmpty()
                || getDatabaseName().contains(".")
                || name.isEmpty()
                || name.contains("$")
                || name.indexOf('\0') >= 0
                || name.startsWith("system.")
                || namespace(name).length() > LONGEST_NAMESPACE) {
            throw new MongoServerError(ErrorCode.InvalidNamespace, "invalid namespace: " + namespace(name));
        }
    }

    @Override
    public LocalCollection createCollectionOrThrowIfExists(String collectionName, CollectionOptions options) {
        synchronized (store) {
            if (collections.containsKey(collectionName)) {
                throw new NamespaceExistsException("Collection already exists. NS: " + namespace(collectionName));
            }
            return resolveOrCreateCollection(collectionName);
        }
    }

    @Override
    public void drop(Oplog oplog) {
        synchronized (store) {
            for (String name : collections.keySet()) {
                dropCollection(name, oplog);
            }
        }
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        synchronized (store) {
            var collection = collections.remove(collectionName);
            if (collection != null) {
                collection.drop();
                store.forget(collection);
            }
        }
    }

    /// Renames in one record; whatever had the new name must have been dropped before.
    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        synchronized (store) {
            refuseBadName(newCollectionName);
            oldDatabase.unregisterCollection(collection.getCollectionName());
            collection.renameTo(this, newCollectionName);
            collections.put(newCollectionName, (LocalCollection) collection);
        }
    }

    @Override
    public void unregisterCollection(String collectionName) {
        collections.remove(collectionName);
    }

    @Override
    public boolean isEmpty() {
        return collections.isEmpty();
    }

    String namespace(String collectionName) {
        return getDatabaseName() + "." + collectionName;
    }

    /// The answer to one statement of an update command.
    Document update(String collection, Document statement) {
        if (statement.containsKey("arrayFilters")) {
            return updateFiltered(collection, statement);
        }
        try {
            var result = findOrCreate(collection)
                    .updateDocuments(
                            Fields.document(statement, "q"),
                            Fields.document(statement, "u"),
                            ArrayFilters.empty(),
                            Utils.isTrue(statement.get("multi")),
                            Utils.isTrue(statement.get("upsert")),
                            NoopOplog.get());
            if (result.containsKey("upserted")) {
                result.append("n", 1).put("upserted", List.of(new Document("_id", result.get("upserted"))));
            }
            return result;
        } catch (MongoServerError e) {
            return new Document("n", 0).append("nModified", 0).append("writeErrors", List.of(WriteError.of(0, e)));
        }
    }

    /// Only the engine's own command can parse array filters.
    private Document updateFiltered(String collection, Document statement) {
        var command = new Document("update", collection)
                .append("updates", List.of(statement))
                .append("ordered", true);
        return handleCommand(NO_CONNECTION, "update", command, store::database, NoopOplog.get());
    }

    /// The engine would remember it for a client that asks for its last error; none does any more.
    @Override
    protected void clearLastStatus(@Nullable Channel connection) {}

    @Override
    protected void putLastResult(@Nullable Channel connection, Document result) {}

    @Override
    protected long getFileSize() {
        return store.log().size();
    }

    @Override
    protected long getStorageSize() {
        return store.log().size();
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        throw new UnsupportedOperationException("indexes are added by definition");
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String collectionName, CollectionOptions options) {
        throw new UnsupportedOperationException("collections are created by name");
    }
}
