package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts the documents read, to see that an index does the work.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {

    private static final int ROWS = 5_000;

    @TempDir
    Path directory;

    private Served served;
    private MongoCollection<Document> rows;

    @BeforeEach
    void fill() {
        served = new Served(directory);
        rows = served.collection("rows");
        rows.createIndex(compoundIndex(ascending("village"), descending("members")));
        rows.createIndex(ascending("tags"));
        rows.insertMany(IntStream.range(0, ROWS)
                .mapToObj(i -> new Document("_id", i)
                        .append("village", "v" + i % 10)
                        .append("members", i)
                        .append("tags", List.of("t" + i % 7, "u" + i % 11)))
                .toList());
    }

    @AfterEach
    void close() {
        served.close();
    }

    private long read(Runnable queries) {
        long before = served.local("rows").documentsRead();
        queries.run();
        return served.local("rows").documentsRead() - before;
    }

    private long read(Bson filter, Bson order, int limit, int expected) {
        return read(() -> assertThat(rows.find(filter).sort(order).limit(limit).into(new ArrayList<>()))
                .hasSize(expected));
    }

    @Test
    void range_order_and_limit_read_only_what_they_return() {
        assertThat(read(gt("_id", 100), ascending("_id"), 10, 10)).isLessThanOrEqualTo(11);
        assertThat(read(Filters.empty(), descending("_id"), 10, 10)).isLessThanOrEqualTo(11);
        assertThat(read(eq("village", "v3"), ascending("members"), 10, 10)).isLessThanOrEqualTo(11);
        assertThat(read(eq("village", "v3"), descending("members"), 10, 10)).isLessThanOrEqualTo(11);
        var narrow = and(eq("village", "v3"), gte("members", 100), lt("members", 200));
        assertThat(read(narrow, ascending("members"), 0, 10)).isEqualTo(10);
        assertThat(read(narrow, descending("members"), 0, 10)).isEqualTo(10);
    }

    @Test
    void equality_and_in_are_point_look_ups() {
        assertThat(read(eq("_id", 77), new Document(), 0, 1)).isEqualTo(1);
        assertThat(read(in("_id", 1, 2, 99_999), new Document(), 0, 2)).isEqualTo(2);
        assertThat(read(and(in("village", "v1", "v2"), eq("members", 11)), new Document(), 0, 1))
                .isEqualTo(1);
        assertThat(read(eq("tags", "u10"), new Document(), 0, ROWS / 11)).isEqualTo(ROWS / 11);
    }

    /// A question about one thing among many of a kind, up to a moment: the kind has the better looking index.
    @Test
    void an_index_with_much_less_to_look_at_is_taken() {
        rows.createIndex(compoundIndex(ascending("kind"), descending("_id")));
        rows.createIndex(ascending("about"));
        rows.insertMany(IntStream.range(ROWS, 2 * ROWS)
                .mapToObj(
                        i -> new Document("_id", i).append("kind", "k" + i % 2).append("about", i % 1_000))
                .toList());
        var one = and(in("kind", "k0", "k1"), eq("about", 7), lte("_id", 2 * ROWS));
        assertThat(read(one, new Document(), 0, 5)).isEqualTo(5);
        assertThat(read(one, descending("_id"), 2, 2)).isEqualTo(5);
        var none = and(in("kind", "k0", "k1"), eq("about", 7), lte("_id", ROWS - 1));
        assertThat(read(none, new Document(), 0, 0)).isZero();
    }

    @Test
    void what_lies_in_order_is_not_given_up_for_what_would_take_long_to_sort() {
        rows.createIndex(ascending("on"));
        rows.insertMany(IntStream.range(ROWS, 30_000)
                .mapToObj(i -> new Document("_id", i).append("on", i % 10))
                .toList());
        var some = and(lt("on", 1), lte("_id", 30_000));
        assertThat(read(some, descending("_id"), 10, 10)).isLessThanOrEqualTo(100);
    }

    @Test
    void updates_deletes_and_counts_use_the_index_too() {
        assertThat(read(() -> rows.updateOne(eq("_id", 5), Updates.set("n", 1))))
                .isLessThanOrEqualTo(2);
        assertThat(read(() -> rows.updateMany(eq("village", "v4"), Updates.inc("members", 1))))
                .isLessThanOrEqualTo(ROWS / 10 + 1);
        assertThat(rows.countDocuments(and(eq("village", "v4"), eq("members", 5))))
                .isEqualTo(1);
        assertThat(read(() -> rows.deleteOne(eq("_id", 5)))).isEqualTo(1);
        assertThat(read(() -> rows.countDocuments(eq("village", "v4")))).isEqualTo(ROWS / 10);
        assertThat(read(() -> rows.findOneAndDelete(eq("_id", 6)))).isLessThanOrEqualTo(2);
    }

    @Test
    void without_an_index_the_collection_is_scanned() {
        assertThat(read(eq("nothing", 1), new Document(), 0, 0)).isEqualTo(ROWS);
    }

    @Test
    void a_cursor_reads_as_it_is_asked_and_can_be_killed() {
        assertThat(read(() -> {
                    try (var cursor =
                            rows.find().sort(ascending("_id")).batchSize(50).cursor()) {
                        for (int i = 0; i < 120; i++) {
                            assertThat(cursor.next()).containsEntry("_id", i);
                        }
                    }
                }))
                .isBetween(120L, 160L);
        var database = served.client.getDatabase("county");
        var reply = database.runCommand(new Document("find", "rows").append("batchSize", 2));
        long id = Objects.requireNonNull(reply.get("cursor", Document.class)).getLong("id");
        var more = new Document("getMore", id).append("collection", "rows");
        assertThat(database.runCommand(new Document(more).append("batchSize", 3))
                        .get("cursor", Document.class)
                        .getList("nextBatch", Document.class))
                .hasSize(3);
        database.runCommand(new Document("killCursors", "rows").append("cursors", List.of(id)));
        assertThatThrownBy(() -> database.runCommand(more))
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(43));
    }

    @Test
    void a_cursor_goes_on_while_documents_come_and_go() {
        var seen = new ArrayList<Integer>();
        try (var cursor = rows.find().sort(ascending("_id")).batchSize(100).cursor()) {
            while (cursor.hasNext()) {
                int id = cursor.next().getInteger("_id");
                seen.add(id);
                if (id % 100 == 0) {
                    rows.deleteOne(eq("_id", id));
                    rows.updateOne(eq("_id", id + 50), Updates.set("village", "moved"));
                    rows.insertOne(new Document("_id", -1 - id));
                }
            }
        }
        assertThat(seen).isEqualTo(IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void a_multi_update_that_moves_documents_meets_each_once() {
        var result = rows.updateMany(
                and(eq("village", "v1"), gte("members", 0)),
                Updates.combine(Updates.inc("members", 10_000), Updates.inc("times", 1)));
        assertThat(result.getModifiedCount()).isEqualTo(ROWS / 10);
        assertThat(rows.countDocuments(eq("times", 1))).isEqualTo(ROWS / 10);
    }
}
