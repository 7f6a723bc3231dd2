package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;

/// Measures, with a million documents of 644 bytes in the form of the event log: durable inserts a
/// second, heap, seconds to open, and reads. Prints a table; the client runs in the same process.
final class LocalMongoMeasure {

    private static final int BATCH = 50;
    /// Fills a commit up to 644 bytes.
    private static final String PAYLOAD = "x".repeat(430);

    private LocalMongoMeasure() {}

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path directory = Files.createTempDirectory("local-mongo-measure");
        try {
            try (var served = new Served(directory)) {
                singleInserts(served.collection("single"));
                concurrentInserts(served.collection("concurrent"));
                fill(served.collection("log"), documents);
                read(served.collection("log"), documents);
                heap("heap in use after filling, with the client");
            }
            long started = System.nanoTime();
            try (var served = new Served(directory)) {
                line("open, s", seconds(started));
                heap("heap in use after opening, with the client");
                line("index bytes per document", (double) served.local("log").indexHeapBytes() / documents);
                read(served.collection("log"), documents);
            }
        } finally {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void singleInserts(MongoCollection<Document> collection) {
        long[] nanos = new long[2_000];
        for (int i = 0; i < nanos.length; i++) {
            var document = commit(i);
            long started = System.nanoTime();
            collection.insertOne(document);
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        line("single insert, median, us", nanos[nanos.length / 2] / 1e3);
        line("single insert, 99th percentile, us", nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static void concurrentInserts(MongoCollection<Document> collection) throws InterruptedException {
        int each = 500;
        long started = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (int t = 0; t < 64; t++) {
                int thread = t;
                threads.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        collection.insertOne(commit(thread * each + i));
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the inserts did not end");
            }
        }
        line("inserts/s, 64 connections, one document each", 64 * each / seconds(started));
    }

    private static void fill(MongoCollection<Document> collection, int documents) {
        collection.createIndex(Indexes.ascending("stream", "sequence"), new IndexOptions().unique(true));
        long started = System.nanoTime();
        for (int i = 0; i < documents; i += BATCH) {
            var batch = new ArrayList<Document>(BATCH);
            for (int j = i; j < i + BATCH; j++) {
                batch.add(commit(j));
            }
            collection.insertMany(batch);
        }
        line("inserts/s, 1 connection, insertMany of " + BATCH, documents / seconds(started));
    }

    private static void read(MongoCollection<Document> collection, int documents) {
        long started = System.nanoTime();
        long count = 0;
        for (var each : collection
                .withDocumentClass(RawBsonDocument.class)
                .find(gte("_id", 0L))
                .sort(Sorts.ascending("_id"))
                .batchSize(1_000)) {
            count += each.getByteBuffer().remaining() > 0 ? 1 : 0;
        }
        line("documents/s read in order of _id", count / seconds(started));
        started = System.nanoTime();
        int streams = 2_000;
        for (int i = 0; i < streams; i++) {
            var filter = and(eq("stream", "household-" + i), gte("sequence", 0L));
            collection.find(filter).sort(Sorts.ascending("sequence")).into(new ArrayList<>());
        }
        line("streams/s read by (stream, sequence)", streams / seconds(started));
        if (count != documents) {
            throw new IllegalStateException("read %d of %d documents".formatted(count, documents));
        }
    }

    private static Document commit(int i) {
        var document = new Document("_id", (long) i)
                .append("stream", "household-" + i / 10)
                .append("type", "household")
                .append("sequence", (long) (i % 10));
        var event = new Document("id", "e-" + i)
                .append("name", "household.risk-found")
                .append("revision", "1")
                .append("at", i);
        document.append("events", List.of(event));
        event.append("payload", PAYLOAD);
        return document;
    }

    private static void heap(String what) {
        System.gc();
        line(
                what + ", MB",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void line(String what, double value) {
        System.out.printf("%-55s %,12.1f%n", what, value);
    }
}
