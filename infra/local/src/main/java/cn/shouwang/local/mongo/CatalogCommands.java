package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;

/// Commands on which collections and indexes there are.
final class CatalogCommands {

    private CatalogCommands() {}

    static Reply create(LocalDatabase database, Document query) {
        database.createCollectionOrThrowIfExists(Fields.text(query, "create"), CollectionOptions.withDefaults());
        return Reply.ok();
    }

    static Reply drop(LocalDatabase database, Document query) {
        String name = Fields.text(query, "drop");
        database.resolveCollection(name, true);
        database.dropCollection(name, NoopOplog.get());
        return Reply.ok(new Document("ns", database.namespace(name)));
    }

    static Reply rename(Store store, Document query) {
        String from = Fields.text(query, "renameCollection");
        String to = Fields.text(query, "to");
        var source = store.database(Utils.getDatabaseNameFromFullName(from));
        var target = store.database(Utils.getDatabaseNameFromFullName(to));
        String newName = Utils.getCollectionNameFromFullName(to);
        synchronized (store) {
            var collection = source.resolveCollection(Utils.getCollectionNameFromFullName(from), true);
            if (collection == null || from.equals(to)) {
                throw new MongoServerError(ErrorCode.IllegalOperation, "cannot rename a collection to itself");
            }
            if (target.find(newName) != null) {
                if (!Boolean.TRUE.equals(query.get("dropTarget"))) {
                    throw new NamespaceExistsException("target namespace exists");
                }
                target.dropCollection(newName, NoopOplog.get());
            }
            target.moveCollection(source, collection, newName);
        }
        return Reply.ok();
    }

    static Reply createIndexes(LocalDatabase database, Document query) {
        String name = Fields.text(query, "createIndexes");
        boolean created = database.find(name) == null;
        var documents = database.findOrCreate(name).documents();
        int before = documents.definitions().size();
        for (Document each : Fields.documents(query, "indexes")) {
            createIndex(documents, IndexDefinition.of(each));
        }
        return Reply.ok(new Document("createdCollectionAutomatically", created)
                .append("numIndexesBefore", before)
                .append("numIndexesAfter", documents.definitions().size()));
    }

    private static void createIndex(Documents documents, IndexDefinition wanted) {
        synchronized (documents) {
            for (IndexDefinition existing : documents.definitions()) {
                boolean sameKey = existing.key().equals(wanted.key());
                if (sameKey && existing.isId()) {
                    return;
                }
                if (existing.name().equals(wanted.name()) && !sameKey) {
                    throw new MongoServerError(
                            ErrorCode.IndexKeySpecsConflict,
                            "an index with the name %s exists with other fields".formatted(wanted.name()));
                }
                if (sameKey) {
                    if (existing.description().equals(wanted.description())) {
                        return;
                    }
                    throw new MongoServerError(
                            85,
                            "IndexOptionsConflict",
                            "index %s exists with the same fields and another name or other options"
                                    .formatted(existing.name()));
                }
            }
            documents.addIndex(wanted);
        }
    }

    static Reply dropIndexes(LocalDatabase database, Document query) {
        var collection = database.resolveCollection(Fields.text(query, "dropIndexes"), true);
        if (collection == null) {
            throw new IllegalStateException("unreachable: a missing collection is an error");
        }
        var wanted = query.get("index");
        int before = collection.documents().definitions().size();
        boolean found = "*".equals(wanted);
        for (IndexDefinition existing : collection.documents().definitions()) {
            boolean named = existing.name().equals(wanted) || existing.key().equals(wanted);
            if (named && existing.isId()) {
                throw new MongoServerError(ErrorCode.InvalidOptions, "cannot drop _id index");
            }
            if ((named || "*".equals(wanted)) && !existing.isId()) {
                collection.dropIndex(existing.name());
                found = true;
            }
        }
        if (!found) {
            throw new MongoServerError(ErrorCode.IndexNotFound, "index not found with name [%s]".formatted(wanted));
        }
        return Reply.ok(new Document("nIndexesWas", before));
    }

    static Reply listCollections(LocalDatabase database, Document query) {
        var batch = new ArrayList<byte[]>();
        var matcher = new DefaultQueryMatcher();
        var filter = query.get("filter") instanceof Document document ? document : new Document();
        for (LocalCollection collection : database.collections()) {
            var description = new Document("name", collection.getCollectionName())
                    .append("type", "collection")
                    .append("options", new Document())
                    .append("info", new Document("readOnly", false))
                    .append("idIndex", IndexDefinition.ID.description());
            if (matcher.matches(description, filter)) {
                batch.add(Bson.encode(description));
            }
        }
        return new Reply.Batch(database.getDatabaseName() + ".$cmd.listCollections", true, 0, batch);
    }

    static Reply listIndexes(LocalDatabase database, Document query) {
        String name = Fields.text(query, "listIndexes");
        var collection = database.find(name);
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + database.namespace(name));
        }
        var batch = collection.documents().definitions().stream()
                .map(definition -> Bson.encode(definition.description()))
                .toList();
        return new Reply.Batch(database.namespace(name), true, 0, batch);
    }

    static Reply collectionStatistics(LocalDatabase database, Document query) {
        String name = Fields.text(query, "collStats");
        var collection = database.find(name);
        return Reply.ok(new Document("ns", database.namespace(name))
                .append("count", collection == null ? 0 : collection.count())
                .append(
                        "nindexes",
                        collection == null
                                ? 0
                                : collection.documents().definitions().size())
                .append(
                        "totalIndexSize",
                        collection == null ? 0L : collection.documents().indexHeapBytes()));
    }

    static Reply databaseStatistics(LocalDatabase database, Store store) {
        long objects = 0;
        for (LocalCollection collection : database.collections()) {
            objects += collection.count();
        }
        return Reply.ok(new Document("db", database.getDatabaseName())
                .append("collections", database.collections().size())
                .append("objects", objects)
                .append("fileSize", store.log().size()));
    }
}
