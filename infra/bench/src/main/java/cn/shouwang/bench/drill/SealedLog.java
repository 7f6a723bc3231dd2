package cn.shouwang.bench.drill;

import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.bench.door.Caller;
import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.local.run.Suite;
import cn.shouwang.platform.evidence.Leaves;
import cn.shouwang.platform.store.Log;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;

/// The tree over each log of a suite, computed anew from its database and held against every checkpoint that
/// was signed. Asks nothing of a service but a checkpoint over all there is.
public final class SealedLog {

    private static final List<String> SERVICES = List.of("monitoring", "employment", "identity");

    private static final int NOTHING_TO_SEAL = 404;

    private final String service;
    private final MongoDatabase database;
    private final List<NoteKey> keys;
    private final List<String> faults = new ArrayList<>();

    private SealedLog(String service, MongoDatabase database, List<NoteKey> keys) {
        this.service = service;
        this.database = database;
        this.keys = keys;
    }

    /// What is wrong with any of them, in words, and nothing when all is well; one line for each to `screen`.
    public static List<String> faults(Suite suite, Caller auditor, Consumer<String> screen) {
        return SERVICES.stream()
                .flatMap(service -> {
                    var answer = auditor.post(
                            "/api/" + service + "/evidence/checkpoints",
                            "{}",
                            UUID.randomUUID().toString());
                    return answer.isAccepted() || answer.status() == NOTHING_TO_SEAL
                            ? read(service, suite, screen)
                            : Stream.of("%s signs nothing: %d %s".formatted(service, answer.status(), answer.code()));
                })
                .toList();
    }

    private static Stream<String> read(String service, Suite suite, Consumer<String> screen) {
        var address = new ConnectionString(suite.mongo(service));
        try (var client = MongoClients.create(address)) {
            var database = client.getDatabase(Objects.requireNonNull(address.getDatabase()));
            var sealed =
                    new SealedLog(service, database, keys(suite.passwords().resolveSibling("evidence-key"), service));
            sealed.compare(screen);
            return List.copyOf(sealed.faults).stream();
        }
    }

    private static List<NoteKey> keys(Path file, String service) {
        return new KeyFile(file)
                .read().stream()
                        .map(key -> key.as(key.key().name() + "/" + service).key())
                        .toList();
    }

    private void compare(Consumer<String> screen) {
        var checkpoints = checkpoints();
        var hashing = checkpoints.isEmpty()
                ? Hashing.SHA256
                : checkpoints.firstEntry().getValue().hashing();
        var frontier = new Frontier(hashing, (_, _, _) -> {});
        var hasher = hashing.hasher();
        var line = new LeafLine();
        try (var commits = new Log(database).from(0)) {
            while (commits.hasNext()) {
                var commit = commits.next();
                for (var index = 0; index < commit.events().size(); index++) {
                    frontier.add(line.hash(Leaves.event(commit, index), hasher));
                    must(checkpoints, frontier.size(), frontier);
                }
            }
        }
        checkpoints
                .tailMap(frontier.size(), false)
                .keySet()
                .forEach(size -> fault("has no event %d that was signed", size - 1));
        if (checkpoints.isEmpty() && frontier.size() > 0) {
            fault("has %d events and was never sealed", frontier.size());
        }
        if (!checkpoints.isEmpty() && faults.isEmpty()) {
            tiles(hashing, checkpoints.lastEntry().getValue());
        }
        screen.accept("  存证 evidence of %-10s: %d events, %d checkpoints, faults %d"
                .formatted(service, frontier.size(), checkpoints.size(), faults.size()));
    }

    private NavigableMap<Long, Checkpoint> checkpoints() {
        var all = new TreeMap<Long, Checkpoint>();
        for (var row : database.getCollection("checkpoints").find().sort(ascending("_id"))) {
            try {
                var note = SignedNote.parse(row.getString("note"));
                if (keys.stream().noneMatch(key -> key.signed(note).isPresent())) {
                    fault("has a checkpoint of %d events that is not signed", row.getLong("_id"));
                }
                all.put(row.getLong("_id"), Checkpoint.parse(note.text()));
            } catch (Malformed _) {
                fault("has no checkpoint under %d", row.getLong("_id"));
            }
        }
        return all;
    }

    private void must(NavigableMap<Long, Checkpoint> checkpoints, long size, Frontier frontier) {
        var signed = checkpoints.get(size);
        if (signed != null && (signed.size() != size || !signed.root().equals(frontier.root()))) {
            fault("is not what was signed at %d events", size);
        }
    }

    /// The tiles alone lead to the same root.
    private void tiles(Hashing hashing, Checkpoint last) {
        Tiles tiles = (level, index, width) -> {
            var row = database.getCollection("tiles")
                    .find(Filters.eq("_id", level + "/" + index))
                    .first();
            var hashes = row == null ? new byte[0] : hashes(row);
            if (hashes.length < width * Hash.BYTES) {
                throw new Tiles.Missing(level, index);
            }
            return hashes;
        };
        try {
            if (!new HashTree(hashing, tiles, last.size()).root().equals(last.root())) {
                fault("has other hashes than were signed at %d events", last.size());
            }
        } catch (Tiles.Missing missing) {
            fault("lacks hashes from event %d on", missing.firstLeaf());
        }
    }

    private static byte[] hashes(Document row) {
        return row.get("hashes", Binary.class).getData();
    }

    private void fault(String form, long number) {
        faults.add(service + " " + form.formatted(number));
    }
}
