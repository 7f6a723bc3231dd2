package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.history.HistoryIndex;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.history.NotOfThePast;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Service;
import cn.shouwang.platform.store.Service.BellEvent;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.Servers;
import cn.shouwang.platform.test.TestSeals;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventMultiUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as of the past where events were stored in forms of old.
class PastTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one", twoOfOne());
    private final Seals seals = TestSeals.fresh();
    private final HistoryIndex index = new HistoryIndex(database, service.readers());
    private final History history = new History(index, service.log(), service.engine(), Catalogue.of(BellEvent.class));
    private final Scratches scratches = new Scratches(database, history, "one", Clock.systemUTC());
    private final Views views = new Views(List.of(new Strokes()), database, service.readers(), seals, scratches);

    @AfterEach
    void close() {
        AsOf.end();
        if (index.isRunning()) {
            index.stop();
            views.stop();
        }
        service.close();
    }

    @Test
    void an_event_that_is_two_today_counts_twice_as_of_the_past_too() throws Exception {
        store("pair", "bell.struck-twice", "1", "{\"division\": \"440233101203\", \"first\": 1, \"second\": 2}");
        store("bell", "bell.rang", "2", "{\"division\": \"440233101203\", \"times\": 4}");
        start();
        var asOf = new AsOf(Instant.EPOCH, 1, null);
        var all = history.ofTypes(List.of(BellEvent.class), asOf);
        assertThat(all.size()).isEqualTo(2);
        var times = new ArrayList<Integer>();
        all.each(batch -> batch.forEach(recorded -> times.add(((BellRang) recorded.event()).times())));
        assertThat(times).containsExactly(1, 2, 4);
        assertThat(history.ofTypes(List.of(BellEvent.class), new AsOf(Instant.EPOCH, 0, null))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_read_is_not_fetched_but_a_form_of_old_always_is() throws Exception {
        store("pair", "bell.struck-twice", "1", "{\"division\": \"440233101203\", \"first\": 1, \"second\": 2}");
        store("bell", "bell.rang", "2", "{\"division\": \"440233101203\", \"times\": 4}");
        start();
        var none = history.ofTypes(List.of(String.class), new AsOf(Instant.EPOCH, 9, null));
        assertThat(none.size()).isEqualTo(1);
    }

    @Test
    void the_index_holds_each_event_as_it_was_stored_and_once() throws Exception {
        store("pair", "bell.struck-twice", "1", "{\"division\": \"440233101203\", \"first\": 1, \"second\": 2}");
        start();
        assertThat(database.getCollection("history_v1").find()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("name", "bell.struck-twice")
                .containsEntry("revision", "1")
                .containsEntry("about", List.of("pair")));
        assertThat(database.getCollection("history_forms_v1").find().map(form -> form.getString("_id")))
                .containsExactly("bell.struck-twice@1");
    }

    @Test
    void indexing_again_from_the_first_event_changes_nothing() throws Exception {
        store("bell", "bell.rang", "2", "{\"division\": \"440233101203\", \"times\": 4}");
        store("bell2", "bell.rang", "2", "{\"division\": \"440233101203\", \"times\": 5}");
        start();
        var rows = database.getCollection("history_v1");
        var before = rows.find().into(new ArrayList<>());
        index.stop();
        views.stop();
        database.getCollection("readers")
                .updateOne(new Document("_id", "history-v1"), new Document("$set", new Document("position", -1L)));
        var again = new HistoryIndex(database, service.readers());
        again.start();
        try {
            Awaitility.await().atMost(SOON).until(() -> service.readers().position("history-v1") == 1);
        } finally {
            again.stop();
        }
        assertThat(rows.find().into(new ArrayList<>())).isEqualTo(before);
    }

    @Test
    void a_decision_never_stands_on_the_past() throws Exception {
        service.ring("bell", 0, 1);
        var memory = views.inMemory("names", List.of(Object.class), _ -> {});
        start();
        new AsOf(Instant.EPOCH, 0, null).ask();
        var lookup = views.lookup("strokes");
        assertThatThrownBy(() -> lookup.one("0")).isInstanceOf(NotOfThePast.class);
        assertThatThrownBy(memory::mustBeBuilt).isInstanceOf(NotOfThePast.class);
        AsOf.end();
        assertThat(lookup.one("0")).isPresent();
    }

    @Test
    void an_instant_is_found_between_the_events_around_it() throws Exception {
        var at = Instant.parse("2025-01-01T00:00:00Z");
        for (var n = 0; n < 40; n++) {
            var commit = new Commit(
                    -1,
                    "bell-" + n,
                    "Bell",
                    0,
                    null,
                    null,
                    List.of(
                            entry("{\"division\": \"44\", \"times\": 1}"),
                            entry("{\"division\": \"44\", \"times\": 2}")));
            try (var appender = new Appender(
                    service.log(), Clock.fixed(at.plusSeconds(10L * n), ZoneOffset.UTC), new SimpleMeterRegistry())) {
                appender.append(commit);
            }
        }
        var moments = new Moments(service.log(), Clock.systemUTC());
        assertThat(moments.lastAt(at.minusMillis(1))).isEqualTo(-1);
        for (var n = 0; n < 40; n++) {
            assertThat(moments.lastAt(at.plusSeconds(10L * n))).isEqualTo(2L * n + 1);
            assertThat(moments.lastAt(at.plusSeconds(10L * n + 9))).isEqualTo(2L * n + 1);
            assertThat(moments.lastAt(at.plusSeconds(10L * n).minusMillis(1))).isEqualTo(2L * n - 1);
        }
        assertThat(moments.asOf(null, null).position()).isEqualTo(79);
        assertThat(new Moments(service.log(), Clock.fixed(at, ZoneOffset.UTC))
                        .asOf(null, null)
                        .position())
                .isEqualTo(77);
    }

    private void start() throws InterruptedException {
        index.start();
        views.start();
        var last = service.log().head() - 1;
        assertThat(views.await(last, SOON)).isTrue();
        assertThat(history.reaches(last)).isTrue();
    }

    private void store(String stream, String name, String revision, String payload) {
        var id = UUID.randomUUID().toString();
        var entry = new Commit.Entry(id, name, revision, Instant.EPOCH, payload, "{}");
        service.appender().append(new Commit(-1, stream, "Bell", 0, null, null, List.of(entry)));
    }

    private static Commit.Entry entry(String payload) {
        return new Commit.Entry(UUID.randomUUID().toString(), "bell.rang", "2", Instant.EPOCH, payload, "{}");
    }

    private static EventUpcaster twoOfOne() {
        return new EventMultiUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(new SimpleSerializedType("bell.struck-twice", "1"));
            }

            @Override
            protected Stream<IntermediateEventRepresentation> doUpcast(IntermediateEventRepresentation event) {
                return Stream.of("first", "second")
                        .map(which -> event.upcastPayload(
                                new SimpleSerializedType("bell.rang", "2"), JsonNode.class, json -> {
                                    var bell = (ObjectNode) json.deepCopy();
                                    bell.set("times", bell.get(which));
                                    bell.remove(List.of("first", "second"));
                                    return bell;
                                }));
            }
        };
    }

    private record Strokes() implements Projection {

        @Override
        public String name() {
            return "strokes";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            if (recorded.event() instanceof BellRang rang) {
                rows.advance(Long.toString(recorded.position()), set("division", rang.division()));
                rows.advance("all", inc("times", rang.times()));
            }
        }
    }
}
