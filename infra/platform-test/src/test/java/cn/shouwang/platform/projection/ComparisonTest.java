package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
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
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Layout.Plan TWO = (_, _) -> new Layout(0, Set.of(0, 1));

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one");
    private final TestSeals keys = new TestSeals();
    private final Views views = new Views(List.of(new Bells()), database, service.readers(), keys.seals());

    @BeforeEach
    void start() {
        views.arrange(TWO);
        views.start();
    }

    @AfterEach
    void close() {
        views.stop();
        service.close();
    }

    /// A row per stream and one that every event touches; who rang is sealed.
    private static final class Bells implements Projection {

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
            if (recorded.event() instanceof BellRang rang) {
                rows.advance(
                        recorded.stream(),
                        combine(
                                set("division", rang.division()),
                                set("ringer", SealedText.of("ringer-" + recorded.stream(), "张三")),
                                set("last", new Document("times", rang.times()).append("seen", List.of(1, 2L, 3.0))),
                                inc("count", 1)));
                rows.advance("all", combine(set("division", rang.division()), inc("count", 1)));
            }
        }
    }

    @Test
    void two_generations_of_nothing_are_equal() {
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.unequal()).isZero();
        assertThat(parity.rows()).isZero();
        assertThat(parity.otherRows()).isZero();
        assertThat(parity.hash()).isEqualTo(parity.otherHash());
        assertThat(parity.position()).isEqualTo(-1);
    }

    @Test
    void rows_built_twice_are_equal_what_is_personal_included() throws Exception {
        var head = ring(1200);
        assertThat(sealed(rows(0), "s-7")).isEqualTo(sealed(rows(1), "s-7"));
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.unequal()).as("%s", parity).isZero();
        assertThat(parity.rows()).isEqualTo(1201);
        assertThat(parity.otherRows()).isEqualTo(1201);
        assertThat(parity.hash()).isEqualTo(parity.otherHash()).hasSize(64);
        assertThat(parity.position()).isEqualTo(head);
    }

    @Test
    void a_row_that_differs_is_missing_or_too_much_is_found_and_named() throws Exception {
        ring(1200);
        rows(1).updateOne(eq("_id", "s-500"), set("last.seen", List.of(1, 2L, 4.0)));
        rows(1).updateOne(eq("_id", "s-501"), unset("count"));
        rows(1).updateOne(eq("_id", "s-501"), set("count", 1L)); // another kind of number
        rows(1).deleteOne(eq("_id", "s-9"));
        rows(1).insertOne(new Document("_id", "zz").append("at", 3L));
        rows(1).insertOne(new Document("_id", "a"));
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.differing()).isEqualTo(2);
        assertThat(parity.missing()).isEqualTo(1);
        assertThat(parity.extra()).isEqualTo(2);
        assertThat(parity.ids()).containsExactly("a", "s-500", "s-501", "s-9", "zz");
        assertThat(parity.rows()).isEqualTo(1201);
        assertThat(parity.otherRows()).isEqualTo(1202);
        assertThat(parity.hash()).isNotEqualTo(parity.otherHash());
        assertThat(parity.unequal()).isEqualTo(5);
    }

    @Test
    void what_is_personal_and_differs_is_found() throws Exception {
        ring(3);
        sealedRows(1).updateOne(eq("_id", "s-1"), set("ringer", SealedText.of("ringer-s-1", "李四")));
        sealedRows(1).updateOne(eq("_id", "s-2"), set("ringer", SealedText.of("ringer-s-0", "张三")));
        assertThat(views.compare("bells", 0, 1).ids()).containsExactly("s-1", "s-2");
    }

    @Test
    void what_was_sealed_and_does_not_open_differs_and_stops_nothing() throws Exception {
        ring(3);
        var bytes = sealed(rows(1), "s-1").getData().clone();
        bytes[bytes.length - 1] ^= 1;
        rows(1).updateOne(eq("_id", "s-1"), set("ringer", new Binary((byte) 0x80, bytes)));
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.ids()).containsExactly("s-1");
        assertThat(parity.rows()).isEqualTo(4);
    }

    @Test
    void who_was_forgotten_is_equal_in_rows_built_before_and_after() throws Exception {
        ring(3);
        keys.destroy("ringer-s-1");
        sealedRows(1).updateOne(eq("_id", "s-1"), set("ringer", SealedText.forgotten("ringer-s-1")));
        assertThat(views.compare("bells", 0, 1).unequal()).isZero();
    }

    @Test
    void of_thousands_of_rows_that_differ_all_are_counted_and_few_named() throws Exception {
        ring(1200);
        rows(1).updateMany(eq("count", 1), set("division", "440233"));
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.differing()).isEqualTo(1200);
        assertThat(parity.ids()).hasSize(Parity.MOST_NAMED);
    }

    @Test
    void while_both_go_on_changing_nothing_differs_but_what_does() throws Exception {
        ring(600);
        rows(1).updateOne(eq("_id", "s-300"), set("division", "440233"));
        var done = new AtomicBoolean();
        try (var writing = Executors.newVirtualThreadPerTaskExecutor()) {
            var ringing = writing.submit(() -> {
                for (var n = 1; !done.get(); n++) {
                    for (var stream = 0; stream < 20; stream++) {
                        service.ring("s-" + stream, n, 1);
                    }
                    service.ring("t-" + n, 0, 1);
                }
                return done.get();
            });
            for (var round = 0; round < 8; round++) {
                var parity = views.compare("bells", 0, 1);
                assertThat(parity.ids()).as("%s", parity).containsExactly("s-300");
                assertThat(parity.unequal()).isEqualTo(1);
                assertThat(parity.rows()).isEqualTo(parity.otherRows()).isGreaterThanOrEqualTo(601);
            }
            done.set(true);
            assertThat(ringing.get()).isTrue();
        }
    }

    @Test
    void rows_of_a_reader_that_rests_are_not_called_different() throws Exception {
        ring(3);
        service.readers().halt(Set.of(Views.reader("bells", 1, 1)));
        awaitRest();
        service.ring("s-0", 1, 1);
        assertThat(views.await(3, SOON)).isTrue();
        var parity = views.compare("bells", 0, 1);
        assertThat(parity.differing()).isZero();
        assertThat(parity.unsettled()).isEqualTo(2); // the stream's row and the one all touch
        assertThat(parity.ids()).containsExactly("all", "s-0");
    }

    @Test
    void a_generation_that_is_not_there_yet_is_waited_for() {
        assertThatThrownBy(() -> views.compare("bells", 0, 2)).isInstanceOf(ViewBuilding.class);
    }

    private void awaitRest() {
        Awaitility.await().atMost(SOON).until(() -> !Objects.requireNonNull(
                        service.readers().standings().get(Views.reader("bells", 1, 1)))
                .isOwned(Instant.now()));
    }

    /// One event each of so many streams; both generations have seen them when it returns.
    private long ring(int streams) throws InterruptedException {
        var head = -1L;
        for (var n = 0; n < streams; n++) {
            head = service.ring("s-" + n, 0, 1);
        }
        assertThat(views.await(head, SOON)).isTrue();
        var reached = head;
        Awaitility.await()
                .atMost(SOON)
                .until(() -> rows(1).countDocuments() == streams + 1
                        && service.readers().position(Views.reader("bells", 1, 1)) >= reached);
        return head;
    }

    private MongoCollection<Document> rows(int generation) {
        return database.getCollection(Generation.collection("bells", 1, generation));
    }

    private MongoCollection<Document> sealedRows(int generation) {
        var rows = rows(generation);
        return rows.withCodecRegistry(SealedTextCodec.registry(keys.seals(), rows.getCodecRegistry()));
    }

    private static Binary sealed(MongoCollection<Document> rows, String id) {
        return Objects.requireNonNull(rows.find(eq("_id", id)).first()).get("ringer", Binary.class);
    }
}
