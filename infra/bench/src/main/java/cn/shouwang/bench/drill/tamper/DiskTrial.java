package cn.shouwang.bench.drill.tamper;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.audit.ExportFolder;
import cn.shouwang.audit.ExportWriter;
import cn.shouwang.audit.MongoLog;
import cn.shouwang.audit.Source;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.Verdict;
import cn.shouwang.evidence.verify.Verifier;
import cn.shouwang.local.mongo.LocalMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;

/// The same on disk: copies of a database's data folder and of an exported folder, changed by the means that
/// lie about there, the driver of the database and a text editor.
final class DiskTrial {

    private static final int BATCH = 2000;

    private final Path data;
    private final Path export;
    private final Path scratch;
    private final Book whole;

    /// Writes the log into a database and exports it, both below `directory`.
    DiskTrial(Book whole, Path directory) {
        this.whole = whole;
        this.data = directory.resolve("data");
        this.export = directory.resolve("export");
        this.scratch = directory.resolve("copy");
        try (var server = LocalMongo.open(data, 0);
                var client = MongoClients.create(server.uri())) {
            store(client.getDatabase(Book.SERVICE));
            new ExportWriter(export).write(new MongoLog(client.getDatabase(Book.SERVICE)), Trial.TRUST);
        }
    }

    private void store(MongoDatabase database) {
        var log = database.getCollection("log");
        var commits = new ArrayList<Document>();
        for (var event : whole.events()) {
            if (event.commit() == event.position()) {
                if (commits.size() == BATCH) {
                    log.insertMany(commits);
                    commits.clear();
                }
                commits.add(commit(event));
            }
            commits.getLast().getList("events", Document.class).add(entry(event));
        }
        log.insertMany(commits);
        whole.tileMap().forEach((name, hashes) -> database.getCollection("tiles")
                .insertOne(new Document("_id", name).append("hashes", new Binary(hashes))));
        whole.notes().forEach((size, note) -> database.getCollection("checkpoints")
                .insertOne(new Document("_id", size).append("note", note).append("at", Instant.EPOCH)));
    }

    private static Document commit(LoggedEvent event) {
        var commit = new Document("_id", event.position())
                .append("stream", event.stream())
                .append("type", event.type())
                .append("sequence", event.sequence());
        if (event.key() != null && event.print() != null) {
            commit.append("key", event.key()).append("print", event.print());
        }
        return commit.append("events", new ArrayList<Document>());
    }

    private static Document entry(LoggedEvent event) {
        return new Document("id", event.id())
                .append("name", event.name())
                .append("revision", event.revision())
                .append("at", event.at())
                .append("payload", event.payload())
                .append("meta", event.meta());
    }

    private static Verdict verdict(Source source) {
        return new Verifier(source, Trial.TRUST, Held.NOTHING).verify();
    }

    private static Optional<String> judged(String what, Verdict verdict, long position) {
        return verdict.first()
                        .filter(first -> first.exact() && first.from() == position)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("%s at %d: %s".formatted(what, position, verdict.findings()));
    }

    /// The database: a value, a document, an unknown field, two documents' places, the tail.
    Optional<String> database(int place, Random random) {
        return inDatabase(database -> {
            var log = database.getCollection("log");
            var position = whole.events().get(place).commit();
            var id = eq("_id", position);
            switch (random.nextInt(4)) {
                case 0 -> log.updateOne(id, set("events.0.payload", "{}"));
                case 1 -> log.deleteOne(id);
                case 2 -> log.updateOne(id, set("approved", true));
                default -> exchange(database, position);
            }
            return judged("database", verdict(new MongoLog(database)), position);
        });
    }

    /// A document and the next one change places.
    private void exchange(MongoDatabase database, long position) {
        var log = database.getCollection("log");
        var other = whole.events().stream()
                .map(LoggedEvent::commit)
                .filter(commit -> commit > position)
                .findFirst()
                .orElse(0L);
        var one = Objects.requireNonNull(log.findOneAndDelete(eq("_id", position)));
        var two = Objects.requireNonNull(log.findOneAndDelete(eq("_id", other)));
        log.insertOne(one.append("_id", other));
        log.insertOne(two.append("_id", position));
    }

    boolean isDatabaseGood() {
        return inDatabase(database -> verdict(new MongoLog(database)).findings().stream()
                        .findFirst()
                        .map(finding -> finding.said().en()))
                .isEmpty();
    }

    private interface Work {
        Optional<String> on(MongoDatabase database);
    }

    private Optional<String> inDatabase(Work work) {
        copy(data, true);
        try (var server = LocalMongo.open(scratch, 0);
                MongoClient client = MongoClients.create(server.uri())) {
            return work.on(client.getDatabase(Book.SERVICE));
        } finally {
            delete(scratch);
        }
    }

    /// The folder: a line changed, taken out, doubled or moved, the end cut off, line ends converted.
    Optional<String> folder(int place, Random random) {
        copy(export, false);
        try {
            var position = edit(place, random);
            return judged("folder", verdict(new ExportFolder(scratch)), position);
        } finally {
            delete(scratch);
        }
    }

    private long edit(int place, Random random) {
        var file = scratch.resolve("events.jsonl");
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            var position = place;
            switch (random.nextInt(6)) {
                case 0 -> lines.set(place, lines.get(place).replaceFirst("account-", "account-9"));
                case 1 -> lines.remove(place);
                case 2 -> lines.add(place + 1, lines.get(place));
                case 3 -> {
                    var other = (place + 1 + random.nextInt(lines.size() - 1)) % lines.size();
                    Collections.swap(lines, place, other);
                    position = Math.min(place, other);
                }
                case 4 -> lines.subList(place, lines.size()).clear();
                default -> {
                    lines.replaceAll(line -> line + "\r");
                    position = 0;
                }
            }
            Files.delete(file); // a link to the export, which stays as it is
            Files.write(
                    file,
                    lines.stream()
                            .map(line -> line + "\n")
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8));
            return position;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot edit " + file, e);
        }
    }

    boolean isFolderGood() {
        return verdict(new ExportFolder(export)).findings().isEmpty();
    }

    private void copy(Path from, boolean whole) {
        delete(scratch);
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = scratch.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (whole) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.createLink(target, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    /// Places worth trying beside random ones.
    static List<Integer> borders(int size) {
        return List.of(0, size - 1, (size - 1) / 256 * 256, 255, 256, 65_535 % size, 65_536 % size);
    }
}
