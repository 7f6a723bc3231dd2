package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {

    private static final int ROUNDS = 4;
    private static final int WRITERS = 8;

    /// How many acknowledged inserts a round waits for before it kills.
    private static final int ENOUGH = 400;

    @TempDir
    Path directory;

    /// The server as a process of its own: small segments, so that compaction runs as well.
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) throws IOException {
            var mongo = LocalMongo.open(Path.of(arguments[0]), 0, 256 << 10, Disk.REAL);
            System.out.println(mongo.uri());
            int unused = System.in.read();
        }
    }

    @Test
    void every_acknowledged_insert_is_there_after_a_kill() throws Exception {
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        var next = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(acknowledged, next);
            try (var served = new Served(directory)) {
                Set<Integer> stored = new HashSet<>();
                for (var row : served.collection("rows").find()) {
                    stored.add(row.getInteger("_id"));
                    assertThat(row.getString("text")).hasSize(200);
                }
                assertThat(stored).as("round %d", round).containsAll(acknowledged);
                Set<Integer> indexed = new HashSet<>();
                served.collection("rows")
                        .find()
                        .sort(new Document("code", 1))
                        .forEach(row -> indexed.add(row.getInteger("_id")));
                assertThat(indexed).isEqualTo(stored);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ENOUGH);
    }

    private void writeUntilKilled(Set<Integer> acknowledged, AtomicInteger next) throws Exception {
        var server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
                var client = MongoClients.create(output.readLine() + "/?serverSelectionTimeoutMS=1000");
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var rows = client.getDatabase("county").getCollection("rows");
            rows.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
            var enough = new CountDownLatch(ENOUGH);
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> {
                    try {
                        while (true) {
                            int id = next.getAndIncrement();
                            rows.insertOne(row(id));
                            acknowledged.add(id);
                            rows.updateOne(new Document("_id", id), new Document("$inc", new Document("n", 1)));
                            enough.countDown();
                        }
                    } catch (MongoException e) {
                        // the server is gone: this insert was not acknowledged
                    }
                });
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            server.destroyForcibly();
        } finally {
            server.destroyForcibly();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static Document row(int id) {
        return new Document("_id", id).append("code", "c" + id).append("text", "x".repeat(200));
    }
}
