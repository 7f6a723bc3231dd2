package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stock in-memory server, which scans and never uses an index for a range, is the oracle: the
/// same random writes go to both servers and the same random queries get the same answers.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OracleTest {

    private static final List<String> FIELDS = List.of("a", "b", "c.d");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void queries_by_index_answer_what_a_scan_answers(long seed) {
        var random = new Random(seed);
        var oracle = new MongoServer(new MemoryBackend());
        try (var served = new Served(directory);
                MongoClient client = MongoClients.create(oracle.bindAndGetConnectionString())) {
            var ours = served.collection("rows");
            var theirs = client.getDatabase("county").getCollection("rows");
            boolean arrays = seed % 2 == 0;
            for (var index : Stream.generate(() -> randomIndex(random))
                    .distinct()
                    .limit(3)
                    .toList()) {
                ours.createIndex(index, new IndexOptions().sparse(random.nextInt(4) == 0));
            }
            for (int round = 0; round < 300; round++) {
                var write = randomWrite(random, arrays);
                assertThat(outcome(write, ours)).as(write.toString()).isEqualTo(outcome(write, theirs));
                if (round % 3 == 0) {
                    compare(randomQuery(random), randomOrder(random), ours, theirs);
                }
            }
            compare(new Document(), new Document("_id", 1), ours, theirs);
            assertThat(served.local("rows").documentsRead()).isPositive();
        } finally {
            oracle.shutdownNow();
        }
    }

    private static void compare(
            Document query, Document order, MongoCollection<Document> ours, MongoCollection<Document> theirs) {
        var expected = theirs.find(query).sort(order).into(new ArrayList<>());
        assertThat(ours.find(query).sort(order).batchSize(7).into(new ArrayList<>()))
                .as("find %s by %s", query.toJson(), order.toJson())
                .isEqualTo(expected);
        assertThat(ours.find(query).sort(order).skip(2).limit(5).into(new ArrayList<>()))
                .as("limited find %s by %s", query.toJson(), order.toJson())
                .isEqualTo(expected.stream().skip(2).limit(5).toList());
        assertThat(ours.countDocuments(query)).as("count %s", query.toJson()).isEqualTo(expected.size());
    }

    /// What a write answers: the count, or the code of its error.
    private static long outcome(Function<MongoCollection<Document>, Long> write, MongoCollection<Document> on) {
        try {
            return write.apply(on);
        } catch (MongoException e) {
            return -e.getCode();
        }
    }

    private static Function<MongoCollection<Document>, Long> randomWrite(Random random, boolean arrays) {
        var document = randomDocument(random, arrays);
        var query = random.nextBoolean() ? new Document("_id", random.nextInt(150)) : randomQuery(random);
        var set = new Document("$set", new Document("a", scalar(random)).append("b", scalar(random)));
        return switch (random.nextInt(8)) {
            case 0 ->
                collection -> collection
                        .deleteOne(new Document("_id", document.get("_id")))
                        .getDeletedCount();
            case 1 -> collection -> collection.updateMany(query, set).getModifiedCount();
            case 2 ->
                collection -> collection
                        .updateOne(new Document("_id", document.get("_id")), set, new UpdateOptions().upsert(true))
                        .getModifiedCount();
            default ->
                collection -> {
                    collection.insertOne(new Document(document));
                    return 1L;
                };
        };
    }

    private static Document randomIndex(Random random) {
        var index = new Document();
        int fields = 1 + random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            index.append(FIELDS.get(random.nextInt(FIELDS.size())), random.nextBoolean() ? 1 : -1);
        }
        return index;
    }

    private static Document randomDocument(Random random, boolean arrays) {
        var document = new Document("_id", random.nextInt(150));
        if (random.nextInt(5) > 0) {
            document.append("a", arrays && random.nextInt(3) == 0 ? list(random) : scalar(random));
        }
        if (random.nextInt(5) > 0) {
            document.append("b", scalar(random));
        }
        if (random.nextInt(4) > 0) {
            document.append("c", random.nextInt(6) == 0 ? scalar(random) : new Document("d", scalar(random)));
        }
        return document;
    }

    private static List<Object> list(Random random) {
        var list = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) { // the oracle's order of empty lists is no order
            list.add(scalar(random));
        }
        return list;
    }

    private static Document randomQuery(Random random) {
        var query = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            String field = random.nextInt(4) == 0 ? "_id" : FIELDS.get(random.nextInt(FIELDS.size()));
            query.append(field, randomCondition(random));
        }
        if (random.nextInt(6) == 0) {
            return new Document(
                    "$and", List.of(query, new Document(FIELDS.get(random.nextInt(3)), randomCondition(random))));
        }
        return query;
    }

    private static Object randomCondition(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$gt", scalar(random));
            case 1 -> new Document("$lte", scalar(random));
            case 2 -> new Document("$gte", scalar(random)).append("$lt", scalar(random));
            case 3 -> new Document("$in", List.of(scalar(random), scalar(random), scalar(random)));
            case 4 -> new Document("$ne", scalar(random));
            case 5 -> new Document("$exists", random.nextBoolean());
            default -> scalar(random);
        };
    }

    /// Ends with `_id`, because the order of equal rows is nobody's promise.
    private static Document randomOrder(Random random) {
        var order = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            order.append(FIELDS.get(random.nextInt(FIELDS.size())), random.nextBoolean() ? 1 : -1);
        }
        return order.append("_id", random.nextBoolean() ? 1 : -1);
    }

    private static Object scalar(Random random) {
        int n = random.nextInt(8);
        return switch (random.nextInt(10)) {
            case 0 -> (long) n;
            case 1 -> n / 2.0;
            case 2 -> "text " + n;
            case 3 -> n % 2 == 0;
            case 4 -> Date.from(Instant.ofEpochSecond(n));
            case 5 -> new ObjectId(n, n);
            case 6 -> new BsonTimestamp(n, n);
            default -> n;
        };
    }
}
