package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is done without the engine comes out as if the engine had done it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainUpdateTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{_id: 1}|{$set: {a: 2}}",
                "{_id: 1}|{$set: {a: 1}}",
                "{_id: 1}|{$set: {n: 5, m: {x: [1]}}, $unset: {a: ''}, $inc: {c: 3}}",
                "{_id: 1}|{$inc: {a: 2147483647}}",
                "{_id: 1}|{$inc: {t: 1}}",
                "{_id: 1}|{$set: {a: 1}, $unset: {a: ''}}",
                "{_id: 1}|{$set: {_id: 2}}",
                "{_id: 1}|{$set: {'d.e': 2}}",
                "{_id: 1, a: {$lt: 1}}|{$set: {a: 0}}",
                "{a: {$gt: 0}}|{$set: {b: 0}}",
                "{_id: 9}|{$set: {a: 2}, $setOnInsert: {b: 3}, $inc: {c: 4}, $unset: {d: ''}}",
                "{_id: 9, a: {$lt: 5}}|{$set: {a: 5}}",
                "{$and: [{_id: 9}, {a: {$lt: 5}}, {b: 'x'}]}|{$set: {c: 5}}",
                "{a: 77, _id: 9}|{$set: {b: 5}}",
                "{a: 77}|{$set: {b: 5}, $setOnInsert: {_id: 10}}",
                "{_id: {$in: [9]}}|{$set: {_id: 9, b: 5}}"
            })
    void it_is_what_the_engine_does(String filter, String update) {
        var oracle = new MongoServer(new MemoryBackend());
        try (var served = new Served(directory);
                var client = MongoClients.create(oracle.bindAndGetConnectionString())) {
            var theirs = client.getDatabase("county").getCollection("rows");
            assertThat(outcome(served.collection("rows"), filter, update)).isEqualTo(outcome(theirs, filter, update));
        } finally {
            oracle.shutdownNow();
        }
    }

    private static List<Object> outcome(MongoCollection<Document> rows, String filter, String update) {
        rows.insertOne(Document.parse("{_id: 1, a: 1, t: 'text', d: {e: 1}}"));
        String result;
        try {
            var updated =
                    rows.updateOne(Document.parse(filter), Document.parse(update), new UpdateOptions().upsert(true));
            result = updated.getMatchedCount() + " " + updated.getModifiedCount() + " " + updated.getUpsertedId();
        } catch (MongoWriteException e) {
            result = String.valueOf(e.getError().getCode());
        } catch (MongoException e) {
            result = String.valueOf(e.getCode());
        }
        return List.of(result, rows.find().sort(new Document("_id", 1)).into(new ArrayList<>()));
    }

    @Test
    void a_second_row_of_one_id_is_refused_when_the_first_does_not_match() {
        try (var served = new Served(directory)) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", "r").append("at", 7L));
            var late = Document.parse("{_id: 'r', at: {$lt: 5}}");
            assertThatThrownBy(() ->
                            rows.updateOne(late, Document.parse("{$set: {at: 5}}"), new UpdateOptions().upsert(true)))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCode()).isEqualTo(11000));
            assertThat(rows.find()).containsExactly(new Document("_id", "r").append("at", 7L));
        }
    }
}
