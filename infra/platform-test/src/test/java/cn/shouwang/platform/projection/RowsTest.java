package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.store.Place;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final MongoCollection<Document> collection = Servers.freshDatabase().getCollection("rows");

    @Test
    void a_row_begins_with_its_first_event_and_remembers_the_position() {
        advance(7, "a", 1);
        assertThat(row("a"))
                .isEqualTo(new Document("_id", "a").append("times", 1).append("at", 7L));
    }

    @Test
    void an_event_delivered_again_changes_nothing() {
        advance(1, "a", 1);
        advance(2, "a", 1);
        advance(1, "a", 1);
        advance(2, "a", 1);
        assertThat(row("a")).containsEntry("times", 2).containsEntry("at", 2L);
    }

    @Test
    void a_batch_delivered_again_together_with_something_new_adds_only_what_is_new() {
        counting(0, 3).flush();
        counting(0, 5).flush();
        assertThat(row("a")).containsEntry("times", 5).containsEntry("at", 4L);
    }

    @Test
    void many_changes_of_one_row_in_one_batch_all_count_in_order() {
        var rows = new Rows(collection);
        for (var position = 0; position < 600; position++) {
            rows.at(new Place(position, 0));
            rows.advance("a", push("seen", position));
        }
        rows.flush();
        assertThat(row("a").getList("seen", Integer.class))
                .hasSize(600)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void several_changes_of_one_row_for_one_event_are_one_change() {
        var rows = new Rows(collection);
        rows.at(new Place(3, 0));
        rows.advance("a", set("village", "440233101203"));
        rows.advance("a", inc("times", 1));
        rows.flush();
        assertThat(row("a"))
                .containsEntry("village", "440233101203")
                .containsEntry("times", 1)
                .containsEntry("at", 3L);
    }

    @Test
    void an_empty_batch_writes_nothing() {
        new Rows(collection).flush();
        assertThat(collection.countDocuments()).isZero();
    }

    /// Both read that they are due, then one inserts the row under the other's hands.
    @Test
    void writers_that_race_over_the_same_events_apply_each_once() throws Exception {
        for (var round = 0; round < 20; round++) {
            var id = "row-" + round;
            together(4, () -> {
                for (var position = 0L; position < 10; position++) {
                    advance(position, id, 1);
                }
            });
            assertThat(row(id)).containsEntry("times", 10).containsEntry("at", 9L);
        }
    }

    @Test
    void batches_that_race_over_the_same_rows_apply_each_change_once() throws Exception {
        together(4, () -> {
            var rows = new Rows(collection);
            for (var position = 0L; position < 400; position++) {
                rows.at(new Place(position, 0));
                rows.advance("row-" + position % 40, inc("times", 1));
            }
            rows.flush();
        });
        assertThat(collection.find().into(new ArrayList<>()))
                .hasSize(40)
                .allMatch(row -> row.getInteger("times") == 10);
    }

    /// The stale batch was due when it looked; another writer passed it before it wrote.
    @Test
    void a_batch_that_was_overtaken_between_look_and_write_leaves_the_newer_row_alone() {
        var late = new Rows(overtaken(() -> advance(9, "b", 100)));
        for (var position = 0L; position < 3; position++) {
            late.at(new Place(position, 0));
            late.advance(List.of("a", "b", "c").get((int) position), inc("times", 1));
        }
        late.flush();
        assertThat(row("a")).containsEntry("times", 1);
        assertThat(row("b")).containsEntry("times", 100).containsEntry("at", 9L);
        assertThat(row("c")).containsEntry("times", 1).containsEntry("at", 2L);
    }

    /// The other writer only just inserted the row, at an earlier position: what is due is still done.
    @Test
    void a_row_inserted_between_look_and_write_still_gets_what_is_due() {
        var later = new Rows(overtaken(() -> advance(1, "a", 1)));
        later.at(new Place(2, 0));
        later.advance("a", inc("times", 10));
        later.flush();
        assertThat(row("a")).containsEntry("times", 11).containsEntry("at", 2L);
    }

    @Test
    void what_is_said_to_be_new_and_is_not_changes_nothing_twice() {
        assertThat(batch(0, 3).flush(false)).isTrue();
        assertThat(batch(3, 6).flush(true)).isTrue();
        assertThat(batch(0, 6).flush(true)).isFalse();
        assertThat(batch(4, 8).flush(true)).isFalse();
        assertThat(batch(4, 8).flush(false)).isFalse();
        assertThat(batch(8, 9).flush(false)).isTrue();
        assertThat(row("row-0")).containsEntry("times", 5).containsEntry("at", 8L);
        assertThat(row("row-1")).containsEntry("times", 4).containsEntry("at", 7L);
    }

    @Test
    void a_batch_that_means_nothing_to_the_rows_says_nothing_of_what_follows() {
        assertThat(new Rows(collection).flush(false)).isFalse();
        assertThat(new Rows(collection).flush(true)).isTrue();
    }

    private Rows batch(long from, long to) {
        var rows = new Rows(collection);
        for (var position = from; position < to; position++) {
            rows.at(new Place(position, 0));
            rows.advance("row-" + position % 2, inc("times", 1));
        }
        return rows;
    }

    @Test
    void every_event_of_one_position_reaches_a_row_once() {
        halves("a", 7).flush();
        assertThat(row("a")).containsEntry("times", 11).containsEntry("at", 7L);
        halves("a", 7).flush();
        advance(new Place(7, 0), "a", 1);
        advance(new Place(7, 1), "a", 10);
        assertThat(row("a")).containsEntry("times", 11).containsEntry("at", 7L);
    }

    @Test
    void a_row_that_saw_the_first_half_alone_still_gets_the_second() {
        advance(new Place(7, 0), "a", 1);
        halves("a", 7).flush();
        assertThat(row("a")).containsEntry("times", 11);
        halves("a", 7).flush();
        assertThat(row("a")).containsEntry("times", 11);
    }

    @Test
    void a_second_half_may_be_the_first_that_a_row_hears_of() {
        advance(new Place(7, 1), "a", 10);
        advance(new Place(7, 1), "a", 10);
        advance(new Place(7, 0), "a", 1); // redelivered for the sake of another row
        assertThat(row("a")).containsEntry("times", 10).containsEntry("at", 7L);
    }

    @Test
    void the_part_of_an_earlier_position_says_nothing_of_a_later_one() {
        halves("a", 7).flush();
        advance(8, "a", 100);
        halves("a", 9).flush();
        halves("a", 9).flush();
        assertThat(row("a")).containsEntry("times", 122).containsEntry("at", 9L);
    }

    @Test
    void writers_that_race_over_halves_apply_each_once() throws Exception {
        for (var round = 0; round < 20; round++) {
            var id = "row-" + round;
            together(4, () -> {
                for (var position = 0L; position < 10; position++) {
                    halves(id, position).flush();
                }
            });
            assertThat(row(id)).containsEntry("times", 110).containsEntry("at", 9L);
        }
    }

    /// One more time at the first half of a position, ten more at the second.
    private Rows halves(String id, long position) {
        var rows = new Rows(collection);
        rows.at(new Place(position, 0));
        rows.advance(id, inc("times", 1));
        rows.at(new Place(position, 1));
        rows.advance(id, inc("times", 10));
        return rows;
    }

    private void advance(long position, String id, int times) {
        advance(new Place(position, 0), id, times);
    }

    private void advance(Place place, String id, int times) {
        var rows = new Rows(collection);
        rows.at(place);
        rows.advance(id, inc("times", times));
        rows.flush();
    }

    private Rows counting(long from, long to) {
        var rows = new Rows(collection);
        LongStream.range(from, to).forEach(position -> {
            rows.at(new Place(position, 0));
            rows.advance("a", inc("times", 1));
        });
        return rows;
    }

    private Document row(String id) {
        return Objects.requireNonNull(collection.find(eq("_id", id)).first());
    }

    /// The collection, with something that happens once, just before the first bulk write.
    @SuppressWarnings("unchecked")
    private MongoCollection<Document> overtaken(Runnable meanwhile) {
        var pending = new ArrayList<>(List.of(meanwhile));
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, method, args) -> {
                    if (method.getName().equals("bulkWrite") && !pending.isEmpty()) {
                        pending.removeFirst().run();
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
            List<Future<?>> all = new ArrayList<>();
            for (var n = 0; n < writers; n++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    work.run();
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }
}
