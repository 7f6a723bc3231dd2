package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.local.mongo.LocalMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/// Logs of orchards in a database, sealed as a service seals its own.
final class SealedDatabase implements AutoCloseable {

    static final NoteSigner SIGNER = NoteSigner.fresh(origin("orchard"), NoteKey.Kind.LOG);
    static final Instant BEGIN = Instant.parse("2026-05-04T01:02:03.040Z");

    private final LocalMongo server;
    private final MongoClient client;

    SealedDatabase(Path folder) {
        server = LocalMongo.open(folder, 0);
        client = MongoClients.create(server.uri());
    }

    static String origin(String service) {
        return "shouwang/440233/" + service;
    }

    static NoteKey key(String service) {
        return SIGNER.as(origin(service)).key();
    }

    String uri() {
        return server.uri();
    }

    MongoDatabase database(String service) {
        return client.getDatabase(service);
    }

    /// One event of a commit: what happened to a tree, by whom.
    record Said(String name, String payload, String actor) {}

    /// Appends a commit, a second after the one before.
    void append(String service, String stream, String type, Said... events) {
        var log = database(service).getCollection("log");
        var position = new MongoLog(database(service)).head();
        var sequence = log.find(new Document("stream", stream)).into(new ArrayList<>()).stream()
                .mapToLong(commit -> commit.getList("events", Document.class).size())
                .sum();
        var entries = new ArrayList<Document>();
        for (var event : events) {
            entries.add(new Document("id", service + "-" + (position + entries.size()))
                    .append("name", event.name())
                    .append("revision", "1")
                    .append("at", BEGIN.plusSeconds(position))
                    .append("payload", event.payload())
                    .append("meta", "{\"actor\":\"%s\",\"role\":\"GARDENER\"}".formatted(event.actor())));
        }
        log.insertOne(new Document("_id", position)
                .append("stream", stream)
                .append("type", type)
                .append("sequence", sequence)
                .append("key", "key-" + position)
                .append("print", "print")
                .append("events", entries));
    }

    /// `size` events of five trees.
    void fill(String service, int size) {
        for (var number = 0; number < size; number++) {
            var tree = "tree-" + number % 5;
            append(
                    service,
                    tree,
                    "Tree",
                    new Said(
                            "tree.watered",
                            "{\"tree\":\"%s\",\"litres\":%d,\"on\":\"2026-05-03\"}".formatted(tree, number),
                            "worker-" + number % 3));
        }
    }

    /// Seals what is there, with a checkpoint at each of these sizes and at the end.
    void seal(String service, Set<Long> sizes) {
        var tiles = new HashMap<String, byte[]>();
        var signer = SIGNER.as(origin(service));
        var frontier = new Frontier(Hashing.SHA256, (level, index, hashes) -> tiles.put(level + "/" + index, hashes));
        var events = events(service);
        for (var event : events) {
            frontier.add(new LeafLine().hash(event, Hashing.SHA256.hasher()));
            if (sizes.contains(frontier.size()) || frontier.size() == events.size()) {
                sign(service, signer, frontier);
            }
        }
        frontier.parts((level, index, hashes) -> tiles.put(level + "/" + index, hashes));
        keep(service, tiles);
    }

    private void sign(String service, NoteSigner signer, Frontier frontier) {
        var text = Checkpoint.of(signer.key().name(), frontier.size(), frontier.root())
                .text();
        var notes = database(service).getCollection("checkpoints");
        notes.deleteOne(new Document("_id", frontier.size()));
        notes.insertOne(new Document("_id", frontier.size())
                .append("note", signer.sign(text, BEGIN).toString())
                .append("at", BEGIN));
    }

    private void keep(String service, Map<String, byte[]> tiles) {
        var stored = database(service).getCollection("tiles");
        stored.deleteMany(new Document());
        tiles.forEach(
                (name, hashes) -> stored.insertOne(new Document("_id", name).append("hashes", new Binary(hashes))));
    }

    private List<LoggedEvent> events(String service) {
        var events = new ArrayList<LoggedEvent>();
        new MongoLog(database(service)).events(events::add);
        return events;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
