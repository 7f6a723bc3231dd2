package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The commands by name. A command that may write returns after everything appended so far is on
/// disk, even if it found nothing to change: what it saw, and its client may build on, is then
/// durable too. A read does not wait, unless it asks for read concern majority or linearizable.
final class Commands {

    /// As MongoDB 4.2: what the engine's operators come closest to.
    private static final int WIRE_VERSION = 8;

    private static final int SESSION_MINUTES = 30;

    private static final Set<String> READS = Set.of(
            "hello",
            "ismaster",
            "buildinfo",
            "ping",
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listdatabases",
            "listcollections",
            "listindexes",
            "collstats",
            "dbstats",
            "serverstatus",
            "endsessions",
            "connectionstatus",
            "whatsmyuri");

    private final Store store;
    private final Cursors cursors = new Cursors();
    private final DataCommands data;

    Commands(Store store) {
        this.store = store;
        this.data = new DataCommands(store, cursors);
    }

    Reply run(SocketAddress client, String database, Document query) {
        store.log().refuseIfPoisoned();
        String name = query.keySet().iterator().next();
        String command = name.toLowerCase(Locale.ROOT);
        Refusals.check(command, query);
        try {
            return run(client, store.database(database), name, command, query);
        } finally {
            if (mayWrite(command, query) || wantsDurable(query)) {
                store.log().awaitForced();
            }
        }
    }

    private static boolean mayWrite(String command, Document query) {
        if (!command.equals("aggregate")) {
            return !READS.contains(command);
        }
        return Fields.documents(query, "pipeline").stream()
                .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
    }

    private static boolean wantsDurable(Document query) {
        return query.get("readConcern") instanceof Document concern
                && ("majority".equals(concern.get("level")) || "linearizable".equals(concern.get("level")));
    }

    private Reply run(SocketAddress client, LocalDatabase database, String name, String command, Document query) {
        return switch (command) {
            case "hello", "ismaster" -> hello();
            case "buildinfo" ->
                Reply.ok(new Document("version", "4.2.0")
                        .append("versionArray", List.of(4, 2, 0, 0))
                        .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE));
            case "ping", "endsessions", "connectionstatus" -> Reply.ok();
            case "whatsmyuri" -> Reply.ok(new Document("you", client.toString()));
            case "serverstatus" ->
                Reply.ok(new Document("process", "java")
                        .append("localTime", Instant.now())
                        .append("metrics", new Document("openCursors", cursors.count())));
            case "listdatabases" -> listDatabases();
            case "dropdatabase" -> {
                database.drop(NoopOplog.get());
                yield Reply.ok(new Document("dropped", database.getDatabaseName()));
            }
            case "renamecollection" -> CatalogCommands.rename(store, query);
            case "create" -> CatalogCommands.create(database, query);
            case "drop" -> CatalogCommands.drop(database, query);
            case "createindexes" -> CatalogCommands.createIndexes(database, query);
            case "dropindexes" -> CatalogCommands.dropIndexes(database, query);
            case "listcollections" -> CatalogCommands.listCollections(database, query);
            case "listindexes" -> CatalogCommands.listIndexes(database, query);
            case "collstats" -> CatalogCommands.collectionStatistics(database, query);
            case "dbstats" -> CatalogCommands.databaseStatistics(database, store);
            case "find" -> data.find(database, query);
            case "getmore" -> data.getMore(query);
            case "killcursors" -> killCursors(query);
            case "aggregate" -> data.aggregate(database, query);
            case "insert" -> data.insert(database, query);
            case "update" -> data.update(database, query);
            case "delete" -> data.delete(database, query);
            case "count" -> data.count(database, query);
            case "distinct" -> data.distinct(database, query);
            case "findandmodify" -> data.findAndModify(database, query);
            default ->
                throw new MongoServerError(
                        59,
                        "CommandNotFound",
                        "no such command: '%s' in the embedded server; start with --mongo URI to use a MongoDB"
                                .formatted(name));
        };
    }

    private static Reply hello() {
        return Reply.ok(new Document("ismaster", true)
                .append("isWritablePrimary", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                .append("maxWriteBatchSize", MongoWireProtocolHandler.MAX_WRITE_BATCH_SIZE)
                .append("localTime", Instant.now())
                .append("logicalSessionTimeoutMinutes", SESSION_MINUTES)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false));
    }

    private Reply listDatabases() {
        var databases = new ArrayList<Document>();
        for (LocalDatabase database : store.databases()) {
            databases.add(new Document("name", database.getDatabaseName()).append("empty", false));
        }
        return Reply.ok(new Document("databases", databases));
    }

    private Reply killCursors(Document query) {
        var killed = new ArrayList<Long>();
        var notFound = new ArrayList<Long>();
        if (query.get("cursors") instanceof List<?> ids) {
            for (Object id : ids) {
                long cursor = ((Number) id).longValue();
                (cursors.kill(cursor) ? killed : notFound).add(cursor);
            }
        }
        return Reply.ok(new Document("cursorsKilled", killed)
                .append("cursorsNotFound", notFound)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of()));
    }
}
