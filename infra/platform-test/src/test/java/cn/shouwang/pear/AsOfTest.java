package cn.shouwang.pear;

import static cn.shouwang.pear.Orchard.HOME;
import static cn.shouwang.pear.Orchard.SISTER;
import static cn.shouwang.pear.Orchard.code;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.history.Moments;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Any list and any thing as of a moment of the past, over HTTP.
class AsOfTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Orchard orchard;

    @BeforeAll
    static void start() {
        orchard = new Orchard();
    }

    @AfterAll
    static void stop() {
        orchard.close();
    }

    @Test
    void what_was_answered_then_is_answered_again_for_ever() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        orchard.water(pear, 3);
        var list = orchard.body("/basket?size=200", orchard.clerk);
        var one = orchard.body("/basket/" + pear, orchard.clerk);
        var then = orchard.pause();
        orchard.water(pear, 4);
        orchard.plant(orchard.clerk, HOME, FIRST);
        assertThat(orchard.body("/basket/" + pear, orchard.clerk)).isNotEqualTo(one);

        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.clerk)).isEqualTo(list);
        assertThat(orchard.body("/basket/" + pear + "?asOf=" + then, orchard.clerk))
                .isEqualTo(one);
        orchard.pause();
        orchard.water(pear, 1);
        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.clerk)).isEqualTo(list);
        assertThat(orchard.body("/basket/" + pear + "?asOf=" + then, orchard.clerk))
                .isEqualTo(one);
        orchard.restart();
        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.clerk)).isEqualTo(list);
        assertThat(orchard.body("/basket/" + pear + "?asOf=" + then, orchard.clerk))
                .isEqualTo(one);
    }

    @Test
    void two_processes_answer_the_same_and_take_nothing_from_each_other() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        var then = orchard.pause();
        orchard.water(pear, 5);
        var path = "/basket?size=200&asOf=" + then;
        var first = orchard.body(path, orchard.clerk);
        try (var other = orchard.run("two")) {
            assertThat(orchard.get(other, path, orchard.clerk).body()).isEqualTo(first);
            assertThat(scratches()).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(orchard.body(path, orchard.clerk)).isEqualTo(first).contains(pear);
    }

    @Test
    void before_anything_was_recorded_there_is_nothing() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        orchard.pause();
        var longAgo = "asOf=2020-01-01T00:00:00Z";
        assertThat(orchard.body("/basket?" + longAgo, orchard.clerk)).contains("\"items\":[],\"total\":0");
        assertThat(code(orchard.get("/basket/" + pear + "?" + longAgo, orchard.clerk)))
                .isEqualTo("404 not-found");
    }

    @Test
    void a_day_counts_what_was_true_by_then_whenever_it_was_recorded() throws Exception {
        var early = orchard.plant(orchard.clerk, HOME, LocalDate.of(2024, 5, 1));
        var late = orchard.plant(orchard.clerk, HOME, LocalDate.of(2024, 5, 3));
        orchard.water(early, 2); // has no day of its own, so it is true on the day it is recorded
        orchard.pause();
        var answer = orchard.get("/basket?size=200&asOfDay=2024-05-02", orchard.clerk);
        assertThat(answer.body()).contains(early).doesNotContain(late);
        assertThat(answer.headers().firstValue("As-Of-Day")).hasValue("2024-05-02");
        assertThat(orchard.json("/basket/" + early + "?asOfDay=2024-05-02", orchard.clerk)
                        .get("litres")
                        .asInt())
                .isZero();
        assertThat(orchard.json("/basket/" + early + "?asOfDay=2100-01-01", orchard.clerk)
                        .get("litres")
                        .asInt())
                .isEqualTo(2);
        assertThat(code(orchard.get("/basket/" + late + "?asOfDay=2024-05-02", orchard.clerk)))
                .isEqualTo("404 not-found");
    }

    @Test
    void the_answer_tells_on_what_it_stands_so_that_it_can_be_asked_again() throws Exception {
        orchard.plant(orchard.clerk, HOME, FIRST);
        orchard.pause();
        var first = orchard.get("/basket?size=200&asOfDay=2025-12-31", orchard.clerk);
        var at = first.headers().firstValue("As-Of").orElseThrow();
        var position = first.headers().firstValue("As-Of-Position").orElseThrow();
        orchard.plant(orchard.clerk, HOME, FIRST);
        orchard.pause();
        var again = orchard.get("/basket?size=200&asOfDay=2025-12-31&asOf=" + at, orchard.clerk);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("As-Of-Position")).hasValue(position);
        assertThat(orchard.get("/basket?size=200&asOfDay=2025-12-31", orchard.clerk)
                        .body())
                .isNotEqualTo(first.body());
    }

    @Test
    void nobody_sees_the_past_of_other_divisions() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        var theirs = orchard.plant(orchard.sister, SISTER, FIRST);
        var then = orchard.pause();
        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.sister))
                .contains(theirs)
                .doesNotContain(pear)
                .doesNotContain(HOME);
        assertThat(code(orchard.get("/basket/" + pear + "?asOf=" + then, orchard.sister)))
                .isEqualTo("404 not-found");
        assertThat(orchard.body("/basket?asOf=" + then, orchard.stranger)).contains("\"items\":[],\"total\":0");
    }

    @Test
    void what_lies_elsewhere_today_is_not_shown_as_of_the_past() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        var then = orchard.pause();
        var rows = orchard.database().getCollection("basket_v1");
        orchard.body("/basket", orchard.clerk); // the row is there
        rows.updateOne(Filters.eq("_id", pear), new Document("$set", new Document("division", SISTER)));
        assertThat(code(orchard.get("/basket/" + pear + "?asOf=" + then, orchard.clerk)))
                .isEqualTo("404 not-found");
        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.clerk)).doesNotContain(pear);
        assertThat(code(orchard.get("/basket/" + pear + "?asOf=" + then, orchard.sister)))
                .isEqualTo("404 not-found");
        rows.updateOne(Filters.eq("_id", pear), new Document("$set", new Document("division", HOME)));
        assertThat(orchard.body("/basket?size=200&asOf=" + then, orchard.clerk)).contains(pear);
    }

    @Test
    void a_moment_for_which_more_may_be_recorded_is_refused() throws Exception {
        orchard.pause();
        orchard.plant(orchard.clerk, HOME, FIRST);
        var now = orchard.now();
        assertThat(code(orchard.get("/basket?asOf=" + now, orchard.clerk))).isEqualTo("409 as-of.too-recent");
        assertThat(code(orchard.get("/basket?asOf=" + now.plusSeconds(3600), orchard.clerk)))
                .isEqualTo("409 as-of.too-recent");
        var settled = now.minus(Moments.SETTLING);
        assertThat(orchard.get("/basket?asOf=" + settled, orchard.clerk).statusCode())
                .isEqualTo(200);
        assertThat(orchard.get("/basket?asOf=" + now, orchard.clerk).body()).contains("这一时刻的记录可能尚未齐全");
    }

    @Test
    void what_is_recorded_before_the_newest_event_is_settled_at_once() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        var then = orchard.pause();
        orchard.pause();
        orchard.water(pear, 1);
        var justBefore = orchard.now().minusSeconds(5);
        assertThat(justBefore).isAfter(then);
        assertThat(orchard.json("/basket/" + pear + "?asOf=" + then, orchard.clerk)
                        .get("litres")
                        .asInt())
                .isZero();
        assertThat(orchard.get("/basket/" + pear + "?asOf=" + justBefore, orchard.clerk)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_moment_that_is_none_is_a_bad_request() throws Exception {
        for (var bad : List.of(
                "asOf=yesterday",
                "asOf=",
                "asOfDay=2025-13-01",
                "asOfDay=",
                "asOf=2025-01-01T00:00:00Z&asOf=2025-01-02T00:00:00Z")) {
            var answer = orchard.get("/basket?" + bad, orchard.clerk);
            assertThat(code(answer)).as(bad).isEqualTo("400 request.invalid");
            assertThat(answer.body()).contains("\"field\":\"asOf").doesNotContain("yesterday");
        }
    }

    @Test
    void an_act_is_not_done_in_the_past() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, FIRST);
        var before = orchard.body("/basket/" + pear, orchard.clerk);
        var refused = orchard.post("/pears/" + pear + "/water?asOfDay=2025-03-01", orchard.clerk, "{\"litres\": 1}");
        assertThat(code(refused)).isEqualTo("409 as-of.only-get");
        orchard.plant(orchard.clerk, HOME, FIRST);
        assertThat(orchard.body("/basket/" + pear, orchard.clerk)).isEqualTo(before);
    }

    @Test
    void what_knows_the_present_only_refuses_rather_than_passing_it_off_as_the_past() throws Exception {
        orchard.plant(orchard.clerk, HOME, FIRST);
        orchard.pause();
        var then = "?asOf=2025-01-01T00:00:00Z";
        assertThat(code(orchard.get("/public/basket" + then, ""))).isEqualTo("409 as-of.not-here");
        assertThat(code(orchard.get("/public/basket" + then, orchard.clerk))).isEqualTo("409 as-of.not-here");
        assertThat(code(orchard.get("/parked" + then, orchard.admin))).isEqualTo("409 as-of.not-here");
        assertThat(code(orchard.get("/basket/live" + then, orchard.clerk))).isEqualTo("409 as-of.not-here");
        assertThat(code(orchard.get("/gossip" + then, orchard.clerk))).isEqualTo("409 as-of.not-here");
        assertThat(orchard.get("/public/basket", "").statusCode()).isEqualTo(200);
    }

    @Test
    void rows_of_the_past_go_with_the_process_that_made_them() throws Exception {
        orchard.plant(orchard.clerk, HOME, FIRST);
        var then = orchard.pause();
        orchard.body("/basket?asOf=" + then, orchard.clerk);
        assertThat(scratches()).isNotEmpty();
        var left = "basket_v1_asof_left";
        orchard.database().getCollection(left).insertOne(new Document("_id", "x"));
        orchard.database()
                .getCollection("asof_scratches")
                .insertOne(new Document("_id", left)
                        .append("owner", "one")
                        .append("until", Date.from(Instant.now().plusSeconds(86_400))));
        orchard.restart();
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(scratches())
                .isEmpty());
        assertThat(orchard.database().getCollection("asof_scratches").countDocuments())
                .isZero();
    }

    @Test
    void many_callers_at_once_get_the_same_answer_from_one_building() throws Exception {
        orchard.plant(orchard.clerk, HOME, FIRST);
        var then = orchard.pause();
        var path = "/basket?size=200&asOf=" + then;
        var before = scratches().size();
        var bodies = new ArrayList<String>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(_ -> callers.submit(() -> orchard.body(path, orchard.clerk)))
                    .toList();
            for (var answer : asked) {
                bodies.add(answer.get());
            }
        }
        assertThat(bodies).hasSize(20).containsOnly(bodies.getFirst());
        assertThat(scratches().size()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void more_moments_than_are_kept_push_out_the_oldest() throws Exception {
        for (var n = 0; n < 20; n++) {
            orchard.plant(orchard.clerk, HOME, FIRST);
            orchard.body("/basket?size=1&asOf=" + orchard.pause(), orchard.clerk);
        }
        assertThat(scratches()).hasSizeLessThanOrEqualTo(16);
    }

    private static List<String> scratches() {
        return orchard.database().listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.contains("_asof_"))
                .toList();
    }
}
