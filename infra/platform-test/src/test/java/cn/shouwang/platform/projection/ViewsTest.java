package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Service;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.Servers;
import cn.shouwang.platform.test.TestSeals;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one");
    private final List<Views> running = new ArrayList<>();

    @AfterEach
    void close() {
        running.forEach(Views::stop);
        service.close();
    }

    @Test
    void rows_follow_the_log_and_tell_how_far_they_are() throws Exception {
        var views = start(new Tally(1, new CountDownLatch(0)));
        assertThat(views.position()).isEqualTo(-1);
        var position = service.ring("bell", 0, 3);
        assertThat(views.await(position, SOON)).isTrue();
        assertThat(views.position()).isEqualTo(2);
        assertThat(rows(views)).extracting(row -> row.get("version")).containsExactly(1, 1, 1);
    }

    @Test
    void a_view_that_is_not_complete_says_so_instead_of_answering_with_part_of_the_truth() throws Exception {
        var position = service.ring("bell", 0, 5);
        var held = new CountDownLatch(1);
        var views = start(new Tally(1, held));
        assertThatThrownBy(() -> rows(views)).isInstanceOf(ViewBuilding.class);
        held.countDown();
        assertThat(views.await(position, SOON)).isTrue();
        assertThat(rows(views)).hasSize(5);
    }

    @Test
    void a_view_once_complete_goes_on_answering_while_it_lags() throws Exception {
        var first = service.ring("bell", 0, 1);
        var view = new View(new Tally(1, new CountDownLatch(0)), database, service.readers(), TestSeals.fresh());
        view.reader().start();
        assertThat(view.reader().await(first, SOON)).isTrue();
        assertThat(view.rows().countDocuments()).isEqualTo(1);
        view.reader().close();
        service.ring("bell", 1, 1);
        assertThat(view.rows().countDocuments()).isEqualTo(1);
        assertThatThrownBy(view::upToDate).isInstanceOf(ViewBuilding.class);
    }

    @Test
    void a_new_version_is_built_beside_the_old_rows() throws Exception {
        var position = service.ring("bell", 0, 4);
        var old = start(new Tally(1, new CountDownLatch(0)));
        assertThat(old.await(position, SOON)).isTrue();

        var held = new CountDownLatch(1);
        var renewed = start(new Tally(2, held));
        assertThatThrownBy(() -> rows(renewed)).isInstanceOf(ViewBuilding.class);
        assertThat(rows(old)).extracting(row -> row.get("version")).containsOnly(1);

        held.countDown();
        assertThat(renewed.await(position, SOON)).isTrue();
        assertThat(rows(renewed))
                .hasSize(4)
                .extracting(row -> row.get("version"))
                .containsOnly(2);
        assertThat(rows(old)).hasSize(4).extracting(row -> row.get("version")).containsOnly(1);
    }

    @Test
    void waiting_for_a_view_that_does_not_come_ends_with_the_time() throws Exception {
        var held = new CountDownLatch(1);
        var views = start(new Tally(1, held));
        var position = service.ring("bell", 0, 1);
        assertThat(views.await(position, Duration.ofMillis(50))).isFalse();
        held.countDown();
        assertThat(views.await(position, SOON)).isTrue();
    }

    @Test
    void two_read_models_of_one_name_are_refused() {
        var twice = List.<Projection>of(new Tally(1, new CountDownLatch(0)), new Tally(2, new CountDownLatch(0)));
        assertThatThrownBy(() -> new Views(twice, database, service.readers(), TestSeals.fresh()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tally");
    }

    @Test
    void a_name_no_read_model_has_is_refused_when_it_is_asked_for() {
        var views = start(new Tally(1, new CountDownLatch(0)));
        assertThatThrownBy(() -> views.lookup("sums")).hasMessageContaining("no read model is named sums");
    }

    @Test
    void a_view_in_memory_answers_once_it_has_seen_the_log_and_then_follows_it() throws Exception {
        var position = service.ring("bell", 0, 5);
        var held = new CountDownLatch(1);
        var seen = new AtomicLong(-1);
        var views = new Views(List.of(), database, service.readers(), TestSeals.fresh());
        running.add(views);
        var memory = views.inMemory("names", List.of(Object.class), recorded -> {
            hold(held);
            seen.set(recorded.position());
        });
        views.start();
        assertThatThrownBy(memory::mustBeBuilt).isInstanceOf(ViewBuilding.class);
        held.countDown();
        Awaitility.await().atMost(SOON).untilAsserted(memory::mustBeBuilt);
        assertThat(seen).hasValue(position);
        var added = service.ring("bell", 5, 1);
        Awaitility.await().atMost(SOON).untilAtomic(seen, Matchers.is(added));
        memory.mustBeBuilt();
    }

    @Test
    void until_the_plan_is_known_nothing_is_built_and_nothing_answers() throws Exception {
        var position = service.ring("bell", 0, 1);
        var views =
                new Views(List.of(new Tally(1, new CountDownLatch(0))), database, service.readers(), TestSeals.fresh());
        running.add(views);
        views.waitForPlan();
        views.start();
        assertThatThrownBy(() -> rows(views)).isInstanceOf(ViewBuilding.class);
        views.arrange((_, _) -> new Layout(3, Set.of(3)));
        assertThat(views.await(position, SOON)).isTrue();
        assertThat(rows(views)).hasSize(1);
        assertThat(database.listCollectionNames()).contains("tally_v1_g3").doesNotContain("tally_v1");
        assertThat(service.readers().names()).containsExactly("view-tally-v1-g3");
    }

    @Test
    void a_generation_answers_only_once_it_has_seen_what_the_one_before_it_has() throws Exception {
        var position = service.ring("bell", 0, 5);
        var views = start(new Tally(1, new CountDownLatch(0)));
        assertThat(views.await(position, SOON)).isTrue();
        assertThat(rows(views)).hasSize(5);
        var next = Views.reader("tally", 1, 1);
        service.readers().halt(Set.of(next)); // it is there and builds nothing
        views.arrange((_, _) -> new Layout(1, Set.of(0, 1)));
        assertThat(views.answering("tally")).isZero();
        assertThat(rows(views)).hasSize(5);
        service.readers().halt(Set.of());
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            views.arrange((_, _) -> new Layout(1, Set.of(0, 1)));
            assertThat(views.answering("tally")).isEqualTo(1);
        });
        assertThat(rows(views)).hasSize(5);
    }

    @Test
    void a_generation_that_is_dropped_leaves_nothing_behind() throws Exception {
        var position = service.ring("bell", 0, 5);
        var views = start(new Tally(1, new CountDownLatch(0)));
        views.arrange((_, _) -> new Layout(0, Set.of(0, 1)));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> service.readers().position(Views.reader("tally", 1, 1)) == position);
        views.arrange((_, _) -> Layout.FIRST);
        assertThat(views.rows("tally", 1, 1)).isEqualTo(5);
        assertThat(views.drop("tally", 1, 1)).isTrue();
        assertThat(database.listCollectionNames()).doesNotContain("tally_v1_g1");
        assertThat(service.readers().standings()).containsOnlyKeys("view-tally-v1");
        assertThat(rows(views)).hasSize(5);
    }

    @Test
    void rows_of_the_version_before_answer_meanwhile_where_they_can_still_be_read() throws Exception {
        var position = service.ring("bell", 0, 4);
        var old = start(new Tally(1, new CountDownLatch(0)));
        assertThat(old.await(position, SOON)).isTrue();
        old.stop();
        var held = new CountDownLatch(1);
        var renewed =
                new View(new StillReadable(new Tally(2, held), 1), database, service.readers(), TestSeals.fresh());
        renewed.arrange((_, _) -> Layout.FIRST);
        renewed.start();
        assertThat(shown(renewed)).hasSize(4).containsOnly(1);
        assertThatThrownBy(renewed::upToDate).isInstanceOf(ViewBuilding.class);
        held.countDown();
        assertThat(renewed.reader().await(position, SOON)).isTrue();
        assertThat(shown(renewed)).hasSize(4).containsOnly(2);
        renewed.stop();
    }

    @Test
    void rows_of_a_version_that_was_never_built_do_not_answer() throws Exception {
        var position = service.ring("bell", 0, 4);
        var held = new CountDownLatch(1);
        var renewed =
                new View(new StillReadable(new Tally(2, held), 1), database, service.readers(), TestSeals.fresh());
        renewed.arrange((_, _) -> Layout.FIRST);
        renewed.start();
        assertThatThrownBy(() -> shown(renewed)).isInstanceOf(ViewBuilding.class);
        held.countDown();
        assertThat(renewed.reader().await(position, SOON)).isTrue();
        renewed.stop();
    }

    /// What people are shown, by the version that wrote it.
    private static List<Object> shown(View view) {
        return view.rows().find().map(row -> row.get("version")).into(new ArrayList<>());
    }

    /// A projection whose questions still read the rows of earlier versions.
    private record StillReadable(Tally tally, int readableFrom) implements Projection {

        @Override
        public String name() {
            return tally.name();
        }

        @Override
        public int version() {
            return tally.version();
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            tally.on(recorded, rows);
        }
    }

    private static void hold(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Views start(Projection projection) {
        var views = new Views(List.of(projection), database, service.readers(), TestSeals.fresh());
        running.add(views);
        views.start();
        return views;
    }

    private static List<Document> rows(Views views) {
        return views.lookup("tally").find(empty(), ascending("_id"), 1000);
    }

    /// One row per event; builds nothing until `held` is released.
    private record Tally(int version, CountDownLatch held) implements Projection {

        @Override
        public String name() {
            return "tally";
        }

        @Override
        public List<Index> indexes() {
            return List.of(Index.on("division", "-version"));
        }

        @Override
        public void on(Recorded recorded, Rows rows) {
            hold(held);
            if (recorded.event() instanceof BellRang rang) {
                rows.advance(
                        Long.toString(recorded.position()),
                        combine(set("division", rang.division()), set("version", version)));
            }
        }
    }
}
