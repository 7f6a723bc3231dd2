package cn.shouwang.pear;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.parking.Failure;
import cn.shouwang.platform.parking.Parcel;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.parking.Redelivery;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The console of a service that runs in two processes on one log.
class ConsoleTest {

    private static final String VILLAGE = "440233101203";
    private static final String PLANT = """
            {"division": "440233101203", "on": "2025-03-01"}""";
    private static final String WHY = "{\"reason\": \"排查\"}";
    private static final String BASKET = "view-basket-v1";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();
    private static final Set<String> SPOILED = ConcurrentHashMap.newKeySet();

    private final MongoDatabase database = Servers.freshDatabase();
    private final String clerk = ISSUER.token("clerk", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String admin = ISSUER.token("admin", Role.SYSTEM_ADMIN, "440233");
    private ConfigurableApplicationContext one = run("one");
    private ConfigurableApplicationContext two = run("two");

    /// A reader whose parked messages can be handled unless their subject is spoiled.
    static class Orchard {

        @Bean
        Redelivery orchard() {
            return new Redelivery() {
                @Override
                public boolean serves(String reader) {
                    return reader.equals("orchard");
                }

                @Override
                public void again(Parcel parcel) {
                    if (SPOILED.contains(parcel.subject())) {
                        throw new RuleBroken("pear.drowned", "still");
                    }
                }
            };
        }
    }

    private ConfigurableApplicationContext run(String instance) {
        return new SpringApplicationBuilder(PearService.class, Orchard.class)
                .properties(
                        "server.port=0",
                        "shouwang.instance=" + instance,
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "spring.mongodb.uri=" + Servers.uri(database),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoints.web.exposure.include=health,prometheus")
                .run();
    }

    @BeforeEach
    void mend() {
        SPOILED.clear();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    @Test
    void a_stopped_reader_rests_in_both_processes_and_after_a_restart_and_answers_go_on() throws Exception {
        var before = plant(one);
        assertThat(act(two, "/readers/" + BASKET + "/stop")).isEqualTo(201);
        for (var process : List.of(one, two)) {
            awaitReader(process, "STOPPED", true);
        }
        assertThat(refusal(post(one, "/readers/" + BASKET + "/stop", admin, WHY)))
                .isEqualTo("reader.stopped");
        var after = plant(one);
        for (var process : List.of(one, two)) {
            assertThat(get(process, "/basket/" + before.id(), clerk).statusCode())
                    .isEqualTo(200);
            assertThat(get(process, "/basket/" + after.id(), clerk, "Log-Position", after.position())
                            .statusCode())
                    .isEqualTo(404);
        }
        one.close();
        two.close();
        one = run("one");
        two = run("two");
        awaitReader(two, "STOPPED", true);
        var resting = reader(one, BASKET);
        assertThat(resting.path("lag").asLong()).isPositive();
        assertThat(resting.path("lagSeconds").asDouble()).isPositive();
        assertThat(resting.path("halt").path("reason").asString()).isEqualTo("排查");
        assertThat(resting.path("halt").path("act").path("by").asString()).isEqualTo("admin");
        assertThat(act(one, "/readers/" + BASKET + "/start")).isEqualTo(200);
        awaitReader(two, "IDLE", false);
        assertThat(get(two, "/basket/" + after.id(), clerk, "Log-Position", after.position())
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored()).containsSubsequence("console.reader-stopped", "console.reader-started");
    }

    @Test
    void every_reader_is_listed_by_every_process_with_where_it_is() throws Exception {
        var planted = plant(one);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            for (var process : List.of(one, two)) {
                var readers = json(get(process, "/readers", admin));
                assertThat(texts(readers, "reader"))
                        .contains(
                                BASKET,
                                "view-erasures-v1",
                                "view-readings-v1",
                                "policy-when-comparison-ordered-then-compare",
                                "policy-when-erasure-approved-then-destroy-keys");
                assertThat(texts(readers, "state")).containsOnly("IDLE");
                assertThat(texts(readers, "position")).containsOnly(planted.position());
                assertThat(texts(readers, "owner")).isSubsetOf("one", "two");
            }
        });
        assertThat(refusal(post(one, "/readers/publisher/stop", admin, WHY))).isEqualTo("reader.unknown");
        assertThat(refusal(post(one, "/readers/" + BASKET + "/start", admin, WHY)))
                .isEqualTo("reader.not-stopped");
        assertThat(post(one, "/readers/" + BASKET + "/stop", admin, "{\"reason\": \" \"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_checks_sees_the_console_and_does_nothing_there() throws Exception {
        var auditor = ISSUER.token("auditor", Role.AUDITOR, "440233");
        assertThat(get(one, "/readers", auditor).statusCode()).isEqualTo(200);
        assertThat(get(one, "/views", auditor).statusCode()).isEqualTo(200);
        assertThat(post(one, "/views/basket/rebuild", auditor, WHY).statusCode())
                .isEqualTo(403);
        assertThat(get(one, "/views", clerk).statusCode()).isEqualTo(403);
        assertThat(get(one, "/views/none", admin).statusCode()).isEqualTo(404);
        assertThat(refusal(post(one, "/views/none/rebuild", admin, WHY))).isEqualTo("view.unknown");
    }

    @Test
    void an_empty_read_model_is_rebuilt_switched_rolled_back_and_dropped() throws Exception {
        assertThat(refusal(post(one, "/views/basket/switch", admin, WHY))).isEqualTo("view.no-rebuild");
        assertThat(refusal(post(one, "/views/basket/compare", admin, ""))).isEqualTo("view.no-rebuild");
        var key = "rebuild-00000001";
        var first = post(one, "/views/basket/rebuild", admin, WHY, "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(201);
        var again = post(two, "/views/basket/rebuild", admin, WHY, "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(refusal(post(two, "/views/basket/rebuild", admin, WHY))).isEqualTo("view.rebuild-running");
        awaitState(two, 1, "READY");
        assertThat(refusal(post(one, "/views/basket/switch", admin, WHY))).isEqualTo("view.not-compared");
        compare(two);
        assertThat(view(two).path("comparison").path("parity").path("rows").asLong(-1))
                .isZero();
        assertThat(act(one, "/views/basket/switch")).isEqualTo(200);
        awaitAnswering(two, 1);
        assertThat(refusal(post(one, "/views/basket/rebuild", admin, WHY))).isEqualTo("view.previous-kept");
        assertThat(act(two, "/views/basket/roll-back")).isEqualTo(200);
        awaitAnswering(one, 0);
        assertThat(refusal(post(one, "/views/basket/roll-back", admin, WHY))).isEqualTo("view.nothing-to-roll-back");
        assertThat(refusal(post(one, "/views/basket/drop", admin, drop(1)))).isEqualTo("view.generation-in-use");
        assertThat(act(one, "/views/basket/abandon")).isEqualTo(200);
        assertThat(post(one, "/views/basket/drop", admin, drop(1)).statusCode()).isEqualTo(200);
        assertThat(refusal(post(two, "/views/basket/drop", admin, drop(1)))).isEqualTo("view.no-such-generation");
        assertThat(refusal(post(two, "/views/basket/drop", admin, drop(0)))).isEqualTo("view.generation-in-use");
        awaitGone("basket_v1_g1", BASKET + "-g1");
        assertThat(stored())
                .containsSubsequence(
                        "console.rebuild-started",
                        "console.comparison-ordered",
                        "console.view-compared",
                        "console.view-switched",
                        "console.view-rolled-back",
                        "console.rebuild-abandoned",
                        "console.generation-dropped");
    }

    @Test
    void answers_are_never_short_while_generations_take_turns_under_load() throws Exception {
        for (var n = 0; n < 100; n++) {
            plant(one);
        }
        var acknowledged = new AtomicLong(100);
        var done = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<Long>>();
            for (var process : List.of(one, two)) {
                work.add(clients.submit(() -> plantOn(process, acknowledged, done)));
                work.add(clients.submit(() -> askOn(process, acknowledged, done)));
            }
            for (var generation = 1; generation <= 2; generation++) {
                assertThat(act(one, "/views/basket/rebuild")).isIn(200, 201);
                awaitState(two, generation, "READY");
                compare(one);
                var parity = view(one).path("comparison").path("parity");
                assertThat(parity.path("differing").asLong(-1)).as("%s", parity).isZero();
                assertThat(parity.path("missing").asLong(-1)).as("%s", parity).isZero();
                assertThat(parity.path("extra").asLong(-1)).as("%s", parity).isZero();
                assertThat(act(two, "/views/basket/switch")).isEqualTo(200);
                awaitAnswering(one, generation);
                awaitAnswering(two, generation);
                assertThat(act(one, "/views/basket/roll-back")).isEqualTo(200);
                awaitAnswering(one, generation - 1);
                awaitAnswering(two, generation - 1);
                compare(two);
                assertThat(act(one, "/views/basket/switch")).isEqualTo(200);
                awaitAnswering(one, generation);
                awaitAnswering(two, generation);
                assertThat(post(one, "/views/basket/drop", admin, drop(generation - 1))
                                .statusCode())
                        .isEqualTo(200);
            }
            done.set(true);
            for (var each : work) {
                assertThat(each.get()).isPositive();
            }
        }
        awaitGone("basket_v1", BASKET);
        awaitGone("basket_v1_g1", BASKET + "-g1");
        var last = plant(two);
        assertThat(total(one, last.position())).isEqualTo(acknowledged.get() + 1);
    }

    @Test
    void what_was_decided_is_in_force_after_both_processes_died_at_once() throws Exception {
        plant(one);
        assertThat(act(one, "/views/basket/rebuild")).isEqualTo(201);
        awaitState(one, 1, "READY");
        compare(one);
        assertThat(act(one, "/views/basket/switch")).isEqualTo(200);
        one.close();
        two.close();
        database.getCollection("basket_v1").deleteMany(new Document()); // would show if it were asked
        one = run("one");
        two = run("two");
        var planted = plant(two);
        for (var process : List.of(one, two)) {
            assertThat(view(process).path("answering").asInt(-1)).isEqualTo(1);
            assertThat(total(process, planted.position())).isEqualTo(2);
        }
    }

    @Test
    void a_seeded_difference_is_reported_and_switched_to_only_when_it_is_meant() throws Exception {
        var trees = new ArrayList<Planted>();
        for (var n = 0; n < 5; n++) {
            trees.add(plant(one));
        }
        assertThat(act(one, "/views/basket/rebuild")).isEqualTo(201);
        awaitState(one, 1, "READY");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> database.getCollection("basket_v1_g1").countDocuments() == 5);
        database.getCollection("basket_v1")
                .updateOne(eq("_id", trees.get(0).id()), set("litres", 99)); // spoiled, the rebuild is right
        database.getCollection("basket_v1").deleteOne(eq("_id", trees.get(1).id()));
        compare(two);
        var parity = view(two).path("comparison").path("parity");
        assertThat(parity.path("differing").asLong()).isEqualTo(1);
        assertThat(parity.path("extra").asLong()).isEqualTo(1);
        assertThat(parity.path("missing").asLong(-1)).isZero();
        assertThat(StreamSupport.stream(parity.path("ids").spliterator(), false).map(JsonNode::asString))
                .containsExactlyInAnyOrder(trees.get(0).id(), trees.get(1).id());
        assertThat(refusal(post(one, "/views/basket/switch", admin, WHY))).isEqualTo("view.differs");
        var meant = "{\"reason\": \"旧数据有误\", \"differing\": true}";
        assertThat(post(one, "/views/basket/switch", admin, meant).statusCode()).isEqualTo(200);
        awaitAnswering(two, 1);
        assertThat(total(two, trees.getLast().position())).isEqualTo(5);
    }

    @Test
    void what_is_built_by_a_reader_that_rests_is_not_ready() throws Exception {
        plant(one);
        assertThat(act(one, "/views/basket/rebuild")).isEqualTo(201);
        awaitState(one, 1, "READY");
        compare(one);
        assertThat(act(one, "/readers/" + BASKET + "-g1/stop")).isEqualTo(201);
        assertThat(refusal(post(one, "/views/basket/switch", admin, WHY))).isEqualTo("view.not-ready");
        assertThat(refusal(post(one, "/views/basket/compare", admin, ""))).isEqualTo("view.not-ready");
        assertThat(view(one).path("generations").path(1).path("state").asString())
                .isEqualTo("BUILDING");
    }

    @Test
    void parked_subjects_are_retried_together_and_those_that_fail_again_keep_nobody_waiting() throws Exception {
        var parking = one.getBean(Parking.class);
        for (var subject : List.of("a", "b", "c")) {
            for (var n = 0; n < 2; n++) {
                parking.park(
                        new Parcel("orchard", subject, subject + n, n, "pear", new Document()),
                        n == 0 ? new Failure(Failure.Kind.RULE, "pear.drowned") : waiting());
            }
        }
        parking.park(
                new Parcel("felled", "d", "d0", 0, "pear", new Document()),
                new Failure(Failure.Kind.FAULT, "IllegalStateException"));
        SPOILED.add("b");

        assertThat(json(get(one, "/parked?kind=RULE", admin)).path("total").asLong())
                .isEqualTo(3);
        assertThat(json(get(one, "/parked?reader=felled", admin)).path("total").asLong())
                .isEqualTo(1);
        assertThat(get(one, "/parked?kind=RULE&code=pear.drowned&size=1", admin).body())
                .contains("水太多");

        var some = json(post(two, "/parked/retry", admin, "{\"reader\": \"orchard\", \"kind\": \"RULE\"}"));
        assertThat(texts(some.path("subjects"), "subject")).containsExactly("a", "b", "c");
        assertThat(texts(some.path("subjects"), "handled")).containsExactly("2", "0", "2");
        assertThat(texts(some.path("subjects"), "parked")).containsExactly("0", "2", "0");
        assertThat(some.path("subjects").path(1).path("failure").path("code").asString())
                .isEqualTo("pear.drowned");
        assertThat(some.path("left").asInt(-1)).isZero();

        SPOILED.clear();
        var all = json(post(one, "/parked/retry", admin, "{}"));
        assertThat(texts(all.path("subjects"), "subject")).containsExactly("b", "d");
        assertThat(all.path("subjects").path(1).path("failure").path("code").asString())
                .isEqualTo("parking.no-such-reader");
        assertThat(json(get(one, "/parked", admin)).path("total").asLong()).isEqualTo(1);
    }

    private static Failure waiting() {
        return new Failure(Failure.Kind.WAITING, "parking.waiting");
    }

    /// What was planted, and the position it reached.
    private record Planted(String id, String position) {}

    private Planted plant(ConfigurableApplicationContext process) throws Exception {
        var answer = post(process, "/pears", clerk, PLANT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Planted(
                json(answer).path("id").asString(),
                answer.headers().firstValue("Log-Position").orElseThrow());
    }

    private long plantOn(ConfigurableApplicationContext process, AtomicLong acknowledged, AtomicBoolean done)
            throws Exception {
        var planted = 0L;
        while (!done.get()) {
            plant(process);
            acknowledged.incrementAndGet();
            planted++;
        }
        return planted;
    }

    /// Everything acknowledged before the question is in the answer, whoever gives it.
    private long askOn(ConfigurableApplicationContext process, AtomicLong acknowledged, AtomicBoolean done)
            throws Exception {
        var answers = 0L;
        while (!done.get()) {
            var before = acknowledged.get();
            assertThat(total(process, plant(process).position())).as("answers").isGreaterThan(before);
            acknowledged.incrementAndGet();
            answers++;
        }
        return answers;
    }

    /// As soon as an answer says that it has seen `position`; those before are never empty either.
    private long total(ConfigurableApplicationContext process, String position) throws Exception {
        var deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            var answer = get(process, "/basket?size=1", clerk, "Log-Position", position);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var total = json(answer).path("total").asLong(-1);
            assertThat(total).isPositive();
            if (answer.headers().firstValueAsLong("Log-Position").orElseThrow() >= Long.parseLong(position)) {
                return total;
            }
            assertThat(System.nanoTime()).as("position %s", position).isLessThan(deadline);
        }
    }

    private void compare(ConfigurableApplicationContext process) throws Exception {
        assertThat(post(process, "/views/basket/compare", admin, "").statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> view(process).path("comparison").path("parity").isObject());
    }

    private void awaitState(ConfigurableApplicationContext process, int generation, String state) {
        Awaitility.await().atMost(SOON).until(() -> StreamSupport.stream(
                        view(process).path("generations").spliterator(), false)
                .anyMatch(one -> one.path("generation").asInt() == generation
                        && one.path("state").asString().equals(state)));
    }

    private void awaitAnswering(ConfigurableApplicationContext process, int generation) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> view(process).path("answering").asInt(-1) == generation);
    }

    private void awaitReader(ConfigurableApplicationContext process, String state, boolean unowned) {
        Awaitility.await().atMost(SOON).until(() -> {
            var reader = reader(process, BASKET);
            return reader.path("state").asString().equals(state)
                    && reader.path("owner").asString("").isEmpty() == unowned;
        });
    }

    private void awaitGone(String collection, String reader) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        !database.listCollectionNames().into(new ArrayList<>()).contains(collection)
                                && database.getCollection("readers").countDocuments(eq("_id", reader)) == 0);
    }

    private JsonNode reader(ConfigurableApplicationContext process, String name) throws Exception {
        return StreamSupport.stream(json(get(process, "/readers", admin)).spliterator(), false)
                .filter(one -> one.path("reader").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode view(ConfigurableApplicationContext process) throws Exception {
        return json(get(process, "/views/basket", admin));
    }

    /// Names of all events, in log order.
    private List<String> stored() {
        var names = new ArrayList<String>();
        database.getCollection("log").find().sort(new Document("_id", 1)).forEach(commit -> commit.getList(
                        "events", Document.class)
                .forEach(event -> names.add(event.getString("name"))));
        return names;
    }

    private static String drop(int generation) {
        return "{\"generation\": %d, \"reason\": \"不再需要\"}".formatted(generation);
    }

    private int act(ConfigurableApplicationContext process, String path) throws Exception {
        return post(process, path, admin, WHY).statusCode();
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("title").asString())
                .isNotEqualTo(json(answer).path("code").asString());
        return json(answer).path("code").asString();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString(""))
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(
            ConfigurableApplicationContext process, String path, String token, String... headers) throws Exception {
        return send(process, HttpRequest.newBuilder().GET(), path, token, headers);
    }

    private static HttpResponse<String> post(
            ConfigurableApplicationContext process, String path, String token, String json, String... headers)
            throws Exception {
        return send(process, HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)), path, token, headers);
    }

    private static HttpResponse<String> send(
            ConfigurableApplicationContext process,
            HttpRequest.Builder request,
            String path,
            String token,
            String... headers)
            throws Exception {
        var port = Objects.requireNonNull(((WebServerApplicationContext) process).getWebServer())
                .getPort();
        request.uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
