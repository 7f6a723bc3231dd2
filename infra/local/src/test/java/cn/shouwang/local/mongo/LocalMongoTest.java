package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalMongoTest {

    @TempDir
    Path directory;

    private Served served;
    private MongoCollection<Document> households;

    @BeforeEach
    void open() {
        served = new Served(directory);
        households = served.collection("households");
    }

    @AfterEach
    void close() {
        served.close();
    }

    private void reopen() {
        served.close();
        open();
    }

    private static Document household(int id, String village, int members) {
        return new Document("_id", id).append("village", village).append("members", members);
    }

    @Test
    void documents_are_found_again_after_a_restart() {
        households.insertMany(List.of(household(1, "a", 3), household(2, "b", 4)));
        households.updateOne(eq("_id", 1), inc("members", 1));
        households.deleteOne(eq("_id", 2));
        reopen();
        assertThat(households.find()).containsExactly(household(1, "a", 4));
        assertThat(households.countDocuments()).isEqualTo(1);
    }

    @Test
    void what_is_unique_stays_unique_over_restarts() {
        households.createIndex(Indexes.ascending("village"), new IndexOptions().unique(true));
        households.insertOne(household(1, "a", 3));
        for (var restart = 0; restart < 3; restart++) {
            reopen();
            assertThatThrownBy(() -> households.insertOne(household(1, "b", 3))).hasMessageContaining("index: _id_");
            assertThatThrownBy(() -> households.insertOne(household(2, "a", 3)))
                    .hasMessageContaining("index: village_1");
            assertThat(households.countDocuments()).isEqualTo(1);
            households.createIndex(Indexes.ascending("other" + restart)); // the definition is stored anew
        }
    }

    @Test
    void databases_collections_and_indexes_survive_a_restart() {
        households.createIndex(Indexes.compoundIndex(Indexes.ascending("village"), Indexes.descending("members")));
        households.createIndex(
                Indexes.ascending("code"), new IndexOptions().unique(true).sparse(true));
        households.insertOne(household(1, "a", 3).append("code", "x"));
        served.client.getDatabase("other").createCollection("empty");
        var indexes = households.listIndexes().into(new ArrayList<>());
        reopen();
        assertThat(households.listIndexes().into(new ArrayList<>()))
                .isEqualTo(indexes)
                .hasSize(3);
        assertThat(served.client.listDatabaseNames()).containsExactly("county", "other");
        assertThat(served.client.getDatabase("other").listCollectionNames()).containsExactly("empty");
        assertThatThrownBy(() -> households.insertOne(household(2, "a", 3).append("code", "x")))
                .hasMessageContaining("E11000");
    }

    @Test
    void a_duplicate_names_index_and_key() {
        households.createIndex(Indexes.ascending("village", "members"), new IndexOptions().unique(true));
        households.insertOne(household(1, "a", 3));
        assertThatThrownBy(() -> households.insertOne(household(2, "a", 3)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000))
                .hasMessageContaining(
                        "E11000 duplicate key error collection: county.households index: village_1_members_1 dup key: { village: \"a\", members: 3 }");
        assertThatThrownBy(() -> households.insertOne(household(1, "b", 3))).hasMessageContaining("index: _id_");
        households.insertOne(household(2, "a", 4));
        assertThatThrownBy(() -> households.updateOne(eq("_id", 2), set("members", 3)))
                .hasMessageContaining("E11000");
        assertThat(households.find(eq("members", 4))).hasSize(1);
    }

    @Test
    void an_ordered_insert_stops_at_a_duplicate_and_counts_what_it_stored() {
        households.insertOne(household(2, "a", 3));
        var batch = List.of(household(1, "a", 1), household(2, "a", 2), household(3, "a", 3));
        assertThatThrownBy(() -> households.insertMany(batch))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).singleElement().satisfies(error -> assertThat(error.getIndex())
                            .isEqualTo(1));
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                });
        assertThat(households.countDocuments()).isEqualTo(2);
    }

    @Test
    void an_unordered_insert_stores_all_but_the_duplicates() {
        households.insertOne(household(2, "a", 3));
        var batch = List.of(household(1, "a", 1), household(2, "a", 2), household(3, "a", 3), household(1, "b", 1));
        assertThatThrownBy(() -> households.insertMany(batch, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors())
                            .extracting(error -> error.getIndex())
                            .containsExactly(1, 3);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                });
        assertThat(households.countDocuments()).isEqualTo(3);
    }

    @Test
    void updates_upserts_and_their_counts_are_as_the_driver_expects() {
        households.insertMany(List.of(household(1, "a", 1), household(2, "a", 2), household(3, "b", 3)));
        var many = households.updateMany(eq("village", "a"), combine(inc("members", 1), set("seen", true)));
        assertThat(many.getMatchedCount()).isEqualTo(2);
        assertThat(many.getModifiedCount()).isEqualTo(2);
        var none = households.updateOne(eq("_id", 1), set("seen", true));
        assertThat(none.getModifiedCount()).isZero();
        var upsert = households.updateOne(
                eq("_id", 9),
                combine(set("village", "z"), setOnInsert("members", 5)),
                new UpdateOptions().upsert(true));
        assertThat(upsert.getMatchedCount()).isZero();
        assertThat(upsert.getUpsertedId()).isNotNull();
        assertThat(households.find(eq("_id", 9)).first()).isEqualTo(household(9, "z", 5));
        households.replaceOne(eq("_id", 9), household(9, "y", 6), new ReplaceOptions().upsert(true));
        assertThat(households.find(eq("village", "y"))).containsExactly(household(9, "y", 6));
        households.updateOne(eq("_id", 9), combine(push("log", 1), unset("members")));
        reopen();
        assertThat(households.find(eq("_id", 9)).first())
                .isEqualTo(new Document("_id", 9).append("village", "y").append("log", List.of(1)));
    }

    @Test
    void array_filters_and_the_positional_operator_change_the_right_element() {
        households.insertOne(new Document("_id", 1).append("visits", List.of(1, 5, 9)));
        households.updateOne(eq("visits", 5), set("visits.$", 6));
        households.updateOne(
                eq("_id", 1), inc("visits.$[v]", 100), new UpdateOptions().arrayFilters(List.of(gt("v", 7))));
        assertThat(households.find().first()).containsEntry("visits", List.of(1, 6, 109));
    }

    @Test
    void an_ordered_bulk_stops_and_an_unordered_goes_on() {
        var bulk = List.of(
                new InsertOneModel<>(household(1, "a", 1)),
                new UpdateOneModel<Document>(eq("_id", 1), set("village", "b")),
                new InsertOneModel<>(household(1, "c", 1)),
                new InsertOneModel<>(household(2, "d", 1)),
                new DeleteOneModel<Document>(eq("_id", 1)));
        assertThatThrownBy(() -> households.bulkWrite(bulk)).isInstanceOf(MongoBulkWriteException.class);
        assertThat(households.find()).containsExactly(household(1, "b", 1));
        assertThatThrownBy(() -> households.bulkWrite(
                        List.of(new InsertOneModel<>(household(1, "c", 1)), new InsertOneModel<>(household(2, "d", 1))),
                        new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(households.countDocuments()).isEqualTo(2);
    }

    @Test
    void an_ordered_update_stops_at_its_first_error() {
        households.createIndex(
                Indexes.ascending("code"), new IndexOptions().unique(true).sparse(true));
        households.insertMany(List.of(household(1, "a", 1).append("code", "x"), household(2, "a", 1)));
        assertThatThrownBy(() -> households.bulkWrite(List.of(
                        new UpdateOneModel<>(eq("_id", 2), set("code", "x")),
                        new UpdateOneModel<>(eq("_id", 2), set("village", "changed")))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> assertThat(e.getWriteErrors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.getIndex()).isZero()));
        assertThat(households.find(eq("village", "changed"))).isEmpty();
    }

    @Test
    void find_and_modify_returns_the_old_or_the_new_document() {
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        assertThat(households.findOneAndUpdate(eq("_id", "n"), inc("n", 1), after))
                .containsEntry("n", 1);
        assertThat(households.findOneAndUpdate(eq("_id", "n"), inc("n", 1), after))
                .containsEntry("n", 2);
        assertThat(households.findOneAndUpdate(eq("_id", "n"), inc("n", 1))).containsEntry("n", 2);
        assertThat(households.findOneAndDelete(eq("_id", "n"))).containsEntry("n", 3);
        assertThat(households.findOneAndDelete(eq("_id", "n"))).isNull();
    }

    @Test
    void queries_with_order_limit_skip_and_projection() {
        households.createIndex(Indexes.ascending("village", "members"));
        households.insertMany(IntStream.range(0, 300)
                .mapToObj(i -> household(i, "v" + i % 3, i))
                .toList());
        assertThat(households
                        .find(and(eq("village", "v1"), gte("members", 100), lt("members", 200)))
                        .sort(descending("members"))
                        .skip(1)
                        .limit(2)
                        .projection(Projections.include("members")))
                .containsExactly(
                        new Document("_id", 196).append("members", 196),
                        new Document("_id", 193).append("members", 193));
        assertThat(households.find(in("_id", 299, 5, 7)).sort(ascending("_id")))
                .extracting(document -> document.get("_id"))
                .containsExactly(5, 7, 299);
        assertThat(households.find().batchSize(7)).hasSize(300);
        assertThat(households.distinct("village", String.class)).containsExactly("v0", "v1", "v2");
        assertThat(households.countDocuments(eq("village", "v2"))).isEqualTo(100);
        assertThat(households.estimatedDocumentCount()).isEqualTo(300);
    }

    @Test
    void aggregations_run_on_what_an_index_narrows() {
        households.createIndex(Indexes.ascending("village"));
        households.insertMany(IntStream.range(0, 90)
                .mapToObj(i -> household(i, "v" + i % 3, i))
                .toList());
        long before = served.local("households").documentsRead();
        var sums = households.aggregate(
                List.of(Aggregates.match(eq("village", "v1")), Aggregates.group("$village", Accumulators.sum("n", 1))));
        assertThat(sums).containsExactly(new Document("_id", "v1").append("n", 30));
        assertThat(served.local("households").documentsRead() - before).isEqualTo(30);
        households
                .aggregate(List.of(Aggregates.match(gt("_id", 79)), Aggregates.out("late")))
                .toCollection();
        reopen();
        assertThat(served.collection("late").countDocuments()).isEqualTo(10);
    }

    @Test
    void collections_and_databases_are_renamed_and_dropped_for_good() {
        households.insertOne(household(1, "a", 1));
        served.collection("old").insertOne(household(2, "a", 1));
        served.client.getDatabase("gone").getCollection("c").insertOne(household(1, "a", 1));
        served.collection("old").renameCollection(new MongoNamespace("county", "new"));
        households.drop();
        served.client.getDatabase("gone").drop();
        reopen();
        assertThat(served.client.getDatabase("county").listCollectionNames()).containsExactly("new");
        assertThat(served.collection("new").find()).containsExactly(household(2, "a", 1));
        assertThat(served.client.listDatabaseNames()).containsExactly("county");
    }

    @Test
    void a_port_in_use_is_named_and_the_folder_left_free(@TempDir Path other) {
        int port = served.mongo.port();
        assertThatThrownBy(() -> LocalMongo.open(other, port))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("port " + port);
        LocalMongo.open(other, 0).close();
    }

    @Test
    void an_order_without_an_index_is_sorted_in_memory_within_limits() {
        households.insertMany(IntStream.range(0, 3_000)
                .mapToObj(i -> household(i, "v", i * 7_919 % 3_000).append("text", "x".repeat(12_000)))
                .toList());
        assertThat(households.find().sort(descending("members")).skip(5).limit(3))
                .extracting(document -> document.get("members"))
                .containsExactly(2_994, 2_993, 2_992);
        assertThatThrownBy(() -> households.find().sort(descending("members")).into(new ArrayList<>()))
                .hasMessageContaining("create an index for [members]");
    }

    @Test
    void a_number_that_no_index_can_hold_is_still_found_by_a_scan() {
        var vast = new Decimal128(new BigDecimal("1E+1000"));
        households.insertOne(new Document("_id", 1).append("vast", vast));
        assertThat(households.find(eq("vast", vast))).hasSize(1);
        assertThatThrownBy(() -> households.createIndex(Indexes.ascending("vast")))
                .hasMessageContaining("--mongo URI");
    }

    @Test
    void a_dropped_index_no_longer_binds() {
        households.createIndex(Indexes.ascending("village"), new IndexOptions().unique(true));
        households.insertOne(household(1, "a", 1));
        households.dropIndex("village_1");
        households.insertOne(household(2, "a", 1));
        assertThatThrownBy(() -> households.createIndex(Indexes.ascending("village"), new IndexOptions().unique(true)))
                .hasMessageContaining("E11000");
        assertThat(households.listIndexes()).hasSize(1);
        assertThatThrownBy(() -> households.dropIndex("village_1")).hasMessageContaining("index not found");
    }
}
