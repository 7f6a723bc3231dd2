package cn.shouwang.bench.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.Document;

/// What the driver and the disk allow one thread that already has everything at hand, in batches as
/// our appender wrote them: nobody waits, nothing is decided, nobody else is woken.
final class Floors {

    private static final int COMMIT_BYTES = 420; // of a stored commit, beside its events
    private static final int EVENT_BYTES = 640; // of a stored event of 300 bytes of payload, with who and why

    private final MongoCollection<Document> collection;
    private final Path file;
    private long next;

    Floors(MongoDatabase database, Path folder) {
        collection = database.getCollection("log");
        collection.createIndex(Indexes.ascending("stream", "sequence"), new IndexOptions().unique(true));
        file = folder.resolve("floor");
    }

    /// Events a second by `insertMany` of plain documents in the form of ours, under the same index.
    double inserts(int batch, int commit, Duration time) {
        var events = 0L;
        var began = System.nanoTime();
        while (System.nanoTime() - began < time.toNanos()) {
            var documents = new ArrayList<Document>(batch);
            for (var index = 0; index < batch; index++) {
                documents.add(document(commit));
            }
            collection.insertMany(documents, new InsertManyOptions().ordered(true));
            events += (long) batch * commit;
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private Document document(int commit) {
        var events = new ArrayList<Document>(commit);
        for (var index = 0; index < commit; index++) {
            events.add(new Document("id", UUID.randomUUID().toString())
                    .append("name", "measure.noted")
                    .append("revision", "1")
                    .append("at", new BsonDateTime(System.currentTimeMillis()))
                    .append("payload", "p".repeat(300))
                    .append("meta", "m".repeat(220)));
        }
        var position = next;
        next += commit;
        return new Document("_id", position)
                .append("stream", UUID.randomUUID().toString())
                .append("type", "Measure")
                .append("sequence", 0L)
                .append("events", List.copyOf(events));
    }

    /// Events a second by appending as many bytes to a file and forcing it once per batch.
    double forced(int batch, int commit, Duration time) throws IOException {
        var bytes = ByteBuffer.allocate(batch * (COMMIT_BYTES + commit * EVENT_BYTES));
        var events = 0L;
        var began = System.nanoTime();
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - began < time.toNanos()) {
                bytes.clear();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
                events += (long) batch * commit;
            }
        }
        var rate = events / ((System.nanoTime() - began) / 1e9);
        Files.delete(file);
        return rate;
    }
}
