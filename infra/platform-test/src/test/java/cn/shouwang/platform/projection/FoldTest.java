package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.sealing.SealedTextCodec;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Service;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.Servers;
import cn.shouwang.platform.test.TestSeals;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/// Rows made in memory are those the server makes.
class FoldTest {

    private static final int EVENTS = 60;
    private static final int BELLS = 7;
    private static final int FOLDED = 3;
    private static final int TOLD = 2;

    private final TestSeals seals = new TestSeals();

    @Test
    void every_change_does_in_memory_what_it_does_on_the_server() {
        var server = fresh();
        Rows.write(new Bells(), history(), server);
        assertThat(Fold.rows(new Bells(), history(), fresh()))
                .hasSize(BELLS + FOLDED + TOLD)
                .isEqualTo(rows(server))
                .hasToString(rows(server).toString());
    }

    @Test
    void what_does_not_fit_into_memory_is_written_in_between_and_fetched_again() {
        var server = fresh();
        Rows.write(new Bells(), history(), server);
        for (var most : List.of(1, 3, 100)) {
            var written = fresh();
            var fold = new Fold(new Bells(), written, most);
            for (var event : history()) {
                fold.apply(List.of(event));
            }
            fold.finish();
            assertThat(rows(written)).isEqualTo(rows(server));
        }
    }

    @Test
    void one_event_that_is_two_today_changes_a_row_twice() {
        var twice = List.of(event(4, 1), event(4, 2));
        assertThat(Fold.rows(new Sums(), twice, fresh()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("once", 1).containsEntry("twice", 2));
    }

    @Test
    void what_memory_does_not_know_is_an_error_and_not_a_wrong_row() {
        assertThatThrownBy(() -> Fold.rows(new Odd(Updates.rename("a", "b")), history(), fresh()))
                .hasMessageContaining("$rename");
        var byCondition = pull("list", new Document("$gt", 3));
        assertThatThrownBy(() -> Fold.rows(new Odd(byCondition), history(), fresh()))
                .hasMessageContaining("$pull");
    }

    private MongoCollection<Document> fresh() {
        var rows = Servers.freshDatabase().getCollection("rows");
        return rows.withCodecRegistry(SealedTextCodec.registry(seals.seals(), rows.getCodecRegistry()));
    }

    private static List<Document> rows(MongoCollection<Document> collection) {
        return collection.find().sort(ascending("_id")).into(new ArrayList<>());
    }

    private static List<Recorded> history() {
        return IntStream.range(0, EVENTS).mapToObj(n -> event(n, n)).toList();
    }

    private static Recorded event(long position, int times) {
        return new Recorded(
                position,
                "bell",
                position,
                "e" + position,
                Instant.EPOCH,
                new BellRang(Service.VILLAGE, times),
                MetaData.emptyInstance());
    }

    private record Bells() implements Projection {

        @Override
        public String name() {
            return "bells";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            var times = ((BellRang) recorded.event()).times();
            rows.advance("bell-" + times % BELLS, change(times));
            rows.fold("fold-" + times % FOLDED, (row, others) -> {
                row.put("sum", row.getInteger("sum", 0) + times);
                others.accept("told-" + times % TOLD, combine(inc("times", 1), set("last", times)));
            });
        }

        private static Bson change(int times) {
            return switch (times % 10) {
                case 0 -> combine(set("a", times), set("deep.er.b", List.of(times)), set("set", List.of()));
                case 1 -> inc("sum", 1);
                case 2 -> inc("sum", 5_000_000_000L);
                case 3 -> combine(addToSet("set", times), addToSet("set2", "x"));
                case 4 -> combine(pull("set2", "x"), inc("real", 1.5));
                case 5 -> push("list", times);
                case 6 -> combine(unset("deep.er.b"), unset("not.there"), set("deep.c", null));
                case 7 -> set("name", SealedText.of("someone", "name " + times));
                case 8 -> combine(set("part", new Document("x", times).append("y", true)), set("part2.z", 1));
                default ->
                    combine(
                            max("most", times),
                            max("day", "2025-03-" + times),
                            min("least", -times),
                            pushEach("first", List.of(times, -times), new PushOptions().slice(3)),
                            pushEach("last", List.of(times, -times), new PushOptions().slice(-3)));
            };
        }
    }

    private record Sums() implements Projection {

        @Override
        public String name() {
            return "sums";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            var times = ((BellRang) recorded.event()).times();
            rows.advance("sum", set(times == 1 ? "once" : "twice", times));
        }
    }

    private record Odd(Bson change) implements Projection {

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            rows.advance("odd", change);
        }
    }
}
