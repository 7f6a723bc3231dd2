package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.CursorType;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.TimeSeriesOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final Collation COLLATION = Collation.builder().locale("zh").build();

    private Served served;
    private MongoDatabase database;
    private MongoCollection<Document> rows;

    @BeforeAll
    void open(@TempDir Path directory) {
        served = new Served(directory);
        database = served.client.getDatabase("county");
        rows = served.collection("rows");
        rows.insertOne(new Document("_id", 1));
    }

    @AfterAll
    void close() {
        served.close();
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_honoured_is_refused_and_the_way_out_named() {
        return Map.<String, Runnable>ofEntries(
                        Map.entry("a transaction", this::runTransaction),
                        Map.entry("a change stream", () -> rows.watch().cursor()),
                        Map.entry(
                                "capped",
                                () -> create(new CreateCollectionOptions()
                                        .capped(true)
                                        .sizeInBytes(4096))),
                        Map.entry(
                                "validator",
                                () -> create(new CreateCollectionOptions()
                                        .validationOptions(new ValidationOptions().validator(eq("a", 1))))),
                        Map.entry(
                                "timeseries",
                                () -> create(
                                        new CreateCollectionOptions().timeSeriesOptions(new TimeSeriesOptions("t")))),
                        Map.entry("a collation", () -> create(new CreateCollectionOptions().collation(COLLATION))),
                        Map.entry("viewOn", () -> database.createView("view", "rows", List.of())),
                        Map.entry(
                                "a collation in find",
                                () -> rows.find().collation(COLLATION).first()),
                        Map.entry(
                                "a collation in an update",
                                () -> rows.updateOne(
                                        eq("_id", 1), Updates.set("a", 1), new UpdateOptions().collation(COLLATION))),
                        Map.entry("tailable", () -> rows.find()
                                .cursorType(CursorType.Tailable)
                                .first()),
                        Map.entry(
                                "a TTL index",
                                () -> rows.createIndex(
                                        Indexes.ascending("t"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS))),
                        Map.entry(
                                "a partial index",
                                () -> rows.createIndex(
                                        Indexes.ascending("p"),
                                        new IndexOptions().partialFilterExpression(eq("a", 1)))),
                        Map.entry("an index of kind text", () -> rows.createIndex(Indexes.text("t"))),
                        Map.entry("an index of kind 2dsphere", () -> rows.createIndex(Indexes.geo2dsphere("g"))),
                        Map.entry("an index of kind hashed", () -> rows.createIndex(Indexes.hashed("h"))),
                        Map.entry("a wildcard index", () -> rows.createIndex(Indexes.ascending("$**"))),
                        Map.entry(
                                "an index on a position in an array", () -> rows.createIndex(Indexes.ascending("a.0"))),
                        Map.entry("write concern w: 2", () -> rows.withWriteConcern(WriteConcern.W2)
                                .insertOne(new Document())),
                        Map.entry("read concern snapshot", () -> rows.withReadConcern(ReadConcern.SNAPSHOT)
                                .find()
                                .first()),
                        Map.entry(
                                "an update by pipeline",
                                () -> rows.updateOne(eq("_id", 1), List.of(Aggregates.set(new Field<>("a", 1))))),
                        Map.entry("the command explain", () -> rows.find().explain()),
                        Map.entry("no such command", () -> database.runCommand(new Document("shardCollection", "x"))))
                .entrySet()
                .stream()
                .map(refusal ->
                        DynamicTest.dynamicTest(refusal.getKey(), () -> assertThatThrownBy(refusal.getValue()::run)
                                .isInstanceOf(MongoException.class)
                                .hasMessageContaining(refusal.getKey().replaceAll(" in .*(find|update)$", ""))
                                .hasMessageContaining("--mongo URI")));
    }

    private void create(CreateCollectionOptions options) {
        database.createCollection("refused", options);
    }

    private void runTransaction() {
        try (var session = served.client.startSession()) {
            session.startTransaction();
            rows.insertOne(session, new Document("_id", "in a transaction"));
        }
    }

    @Test
    void an_unacknowledged_write_closes_its_connection_and_stores_nothing() {
        rows.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(new Document("_id", "unacknowledged"));
        assertThat(rows.find(eq("_id", "unacknowledged")).first()).isNull();
    }

    @Test
    void what_every_driver_asks_is_answered() {
        for (String command : List.of("hello", "isMaster", "ping", "buildInfo", "dbStats", "serverStatus")) {
            assertThat(database.runCommand(new Document(command, 1)))
                    .as(command)
                    .containsEntry("ok", 1.0);
        }
        assertThat(rows.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .insertOne(new Document("_id", 2))
                        .wasAcknowledged())
                .isTrue();
        assertThat(rows.withReadConcern(ReadConcern.MAJORITY).find(eq("_id", 2)).first())
                .isNotNull();
    }

    @Test
    void malformed_commands_are_errors_and_not_the_end_of_the_connection() {
        for (var command : List.of(
                new Document("find", 5),
                new Document("insert", "rows"),
                new Document("insert", "rows").append("documents", "none"),
                new Document("insert", "").append("documents", List.of(new Document())),
                new Document("insert", "a$b").append("documents", List.of(new Document())),
                new Document("getMore", "x").append("collection", "rows"),
                new Document("delete", "rows").append("deletes", List.of(new Document("q", new Document()))),
                new Document("createIndexes", "rows").append("indexes", List.of(new Document("name", "x"))),
                new Document("find", "rows").append("filter", new Document("$where", "x")))) {
            assertThatThrownBy(() -> database.runCommand(command))
                    .as(command.toJson())
                    .isInstanceOf(MongoException.class)
                    .hasMessageNotContaining("socket");
        }
        assertThat(rows.find(eq("_id", 1)).first()).isNotNull();
    }
}
