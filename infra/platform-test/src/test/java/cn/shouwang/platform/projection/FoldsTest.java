package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.store.Place;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Rows that are read before they are written. Here each counts its events, and every third event tells
/// another row how many there were.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldsTest {

    private final MongoCollection<Document> collection = Servers.freshDatabase().getCollection("rows");

    @Test
    void a_row_begins_with_its_first_event_and_is_what_it_was_and_the_next() {
        write(collection, 0, 5);
        write(collection, 5, 8);
        assertThat(row("sum"))
                .isEqualTo(new Document("_id", "sum").append("seen", 8).append("at", 7L));
    }

    @Test
    void events_delivered_again_alone_or_with_something_new_count_once() {
        write(collection, 0, 5);
        write(collection, 0, 5);
        write(collection, 3, 7);
        assertThat(row("sum")).containsEntry("seen", 7).containsEntry("at", 6L);
        assertThat(row("third")).containsEntry("told", 2).containsEntry("of", 6);
    }

    @Test
    void what_a_fold_tells_is_applied_in_the_order_of_the_log_among_other_changes() {
        var rows = new Rows(collection);
        for (var position = 0L; position < 4; position++) {
            rows.at(new Place(position, 0));
            if (position == 3) {
                rows.advance("third", set("last", "advanced"));
            } else {
                fold(rows, "sum");
            }
        }
        rows.flush();
        assertThat(row("third"))
                .containsEntry("told", 1)
                .containsEntry("last", "advanced")
                .containsEntry("at", 3L);
    }

    @Test
    void rows_are_equal_to_the_byte_however_the_events_were_cut_into_batches() {
        write(collection, 0, 9);
        var together = bytes(collection);
        for (var size : List.of(1, 2, 4)) {
            var cut = Servers.freshDatabase().getCollection("rows");
            for (var from = 0; from < 9; from += size) {
                write(cut, from, Math.min(9, from + size));
            }
            assertThat(bytes(cut)).isEqualTo(together);
        }
    }

    @Test
    void an_end_between_what_is_told_and_the_row_itself_loses_and_doubles_nothing() {
        assertThatThrownBy(() -> write(endsBeforeReplacing(), 0, 4)).hasMessage("the process ends");
        assertThat(row("third")).containsEntry("told", 1);
        assertThat(collection.find(eq("_id", "sum")).first()).isNull();
        write(collection, 0, 5);
        assertThat(row("sum")).containsEntry("seen", 5);
        assertThat(row("third")).containsEntry("told", 1).containsEntry("of", 3);
    }

    @Test
    void a_writer_that_falls_behind_leaves_the_newer_row_alone() {
        var late = new Rows(collection);
        for (var position = 0L; position < 3; position++) {
            late.at(new Place(position, 0));
            fold(late, "sum");
        }
        write(collection, 0, 9);
        late.flush();
        assertThat(row("sum")).containsEntry("seen", 9).containsEntry("at", 8L);
        assertThat(row("third")).containsEntry("told", 3).containsEntry("of", 9);
    }

    @Test
    void writers_that_race_over_the_same_events_count_each_once() throws Exception {
        together(4, () -> {
            for (var from = 0; from < 60; from += 6) {
                var rows = new Rows(collection);
                for (var position = from; position < from + 6; position++) {
                    rows.at(new Place(position, 0));
                    fold(rows, "row-" + position % 2);
                }
                rows.flush();
            }
        });
        assertThat(row("row-0")).containsEntry("seen", 30).containsEntry("at", 58L);
        assertThat(row("row-1")).containsEntry("seen", 30).containsEntry("at", 59L);
    }

    private static void write(MongoCollection<Document> collection, long from, long to) {
        var rows = new Rows(collection);
        LongStream.range(from, to).forEach(position -> {
            rows.at(new Place(position, 0));
            fold(rows, "sum");
        });
        rows.flush();
    }

    private static void fold(Rows rows, String id) {
        rows.fold(id, (row, others) -> {
            var seen = row.getInteger("seen", 0) + 1;
            row.put("seen", seen);
            if (seen % 3 == 0) {
                others.accept("third", combine(inc("told", 1), set("of", seen)));
                row.put("thirds", seen / 3);
            }
            row.remove("thirds"); // fields come and go
        });
    }

    private Document row(String id) {
        return Objects.requireNonNull(collection.find(eq("_id", id)).first());
    }

    private static List<String> bytes(MongoCollection<Document> collection) {
        return collection
                .withDocumentClass(RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .map(RawBsonDocument::toJson)
                .into(new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> endsBeforeReplacing() {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, method, args) -> {
                    if (method.getName().equals("bulkWrite")
                            && ((List<?>) args[0]).getFirst() instanceof ReplaceOneModel<?>) {
                        throw new IllegalStateException("the process ends");
                    }
                    try {
                        return method.invoke(collection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void together(int writers, Runnable work) throws Exception {
        var barrier = new CyclicBarrier(writers);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(_ -> pool.submit(() -> {
                        barrier.await();
                        work.run();
                        return null;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
    }
}
