package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/// What every service gets from the platform, over HTTP.
class PearServiceTest {

    private static final String VILLAGE = "440233101203";
    private static final String SISTER = "440233101204";
    private static final String PLANT = """
            {"division": "440233101203", "on": "2025-03-01"}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();
    private static final MongoDatabase DATABASE = Servers.freshDatabase();
    private static ConfigurableApplicationContext service;

    private final String clerk = ISSUER.token("clerk", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("sister", Role.VILLAGE_COMMITTEE, SISTER);
    private final String town = ISSUER.token("town", Role.TOWN_OFFICE, "440233101");

    @BeforeAll
    static void start() {
        service = run();
    }

    private static ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(PearService.class)
                .properties(
                        "server.port=0",
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "shouwang.max-body=4096",
                        "spring.mongodb.uri=" + Servers.uri(DATABASE),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoints.web.exposure.include=health,prometheus")
                .run();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void an_accepted_command_tells_its_stream_and_position_and_can_be_read_at_once() throws Exception {
        for (var n = 0; n < 20; n++) {
            var planted = post("/pears", clerk, PLANT);
            assertThat(planted.statusCode()).isEqualTo(201);
            var position = planted.headers().firstValue("Log-Position").orElseThrow();
            assertThat(planted.body()).contains("\"position\":" + position);
            var read = get("/basket/" + id(planted), clerk, "Log-Position", position);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(Long.parseLong(read.headers().firstValue("Log-Position").orElseThrow()))
                    .isGreaterThanOrEqualTo(Long.parseLong(position));
        }
    }

    @Test
    void a_refusal_is_a_problem_with_a_stable_code_and_a_chinese_title() throws Exception {
        var pear = id(post("/pears", clerk, PLANT));
        var refused = post("/pears/" + pear + "/water", clerk, "{\"litres\": 11}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"type\":\"urn:rule:pear.drowned\"", "\"code\":\"pear.drowned\"", "水太多");
        var english = post("/pears/" + pear + "/water", clerk, "{\"litres\": 11}", "Accept-Language", "en");
        assertThat(english.body()).contains("Too much water");
    }

    @Test
    void a_repeated_request_gets_the_same_answer_and_stores_nothing() throws Exception {
        var first = post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000001");
        var again = post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000001");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(again.headers().firstValue("Log-Position"))
                .isEqualTo(first.headers().firstValue("Log-Position"));
    }

    @Test
    void a_key_belongs_to_one_request_and_one_account() throws Exception {
        var first = post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000002");
        var other = post("/pears", clerk, PLANT.replace("03-01", "03-02"), "Idempotency-Key", "key-00000002");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency.key-reused");
        var stranger = post("/pears", sister, PLANT.replace(VILLAGE, SISTER), "Idempotency-Key", "key-00000002");
        assertThat(stranger.statusCode()).isEqualTo(201);
        assertThat(id(stranger)).isNotEqualTo(id(first));
        assertThat(post("/pears", clerk, PLANT, "Idempotency-Key", "short").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_refusal_under_a_key_stays_a_refusal_when_the_state_has_changed() throws Exception {
        var pear = "missing-pear";
        assertThat(post("/pears/" + pear + "/water", clerk, "{\"litres\": 1}").statusCode())
                .isEqualTo(404);
        var tree = id(post("/pears", clerk, PLANT));
        var water = "/pears/" + tree + "/water";
        assertThat(post(water, clerk, "{\"litres\": 11}", "Idempotency-Key", "key-00000003")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(water, clerk, "{\"litres\": 11}", "Idempotency-Key", "key-00000003")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(water, clerk, "{\"litres\": 1}", "Idempotency-Key", "key-00000003")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void twenty_repetitions_at_once_store_one_commit() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> once = () -> id(post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000004"));
            var ids = new HashSet<String>();
            for (var answer :
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> once).toList())) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void answers_outlive_a_restart() throws Exception {
        var first = post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000005");
        service.close();
        service = run();
        var again = post("/pears", clerk, PLANT, "Idempotency-Key", "key-00000005");
        assertThat(id(again)).isEqualTo(id(first));
        var read = get(
                "/basket/" + id(first),
                clerk,
                "Log-Position",
                again.headers().firstValue("Log-Position").orElseThrow());
        assertThat(read.statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_reads_or_writes_outside_their_division() throws Exception {
        var planted = post("/pears", clerk, PLANT);
        var pear = id(planted);
        var position = planted.headers().firstValue("Log-Position").orElseThrow();
        assertThat(get("/basket/" + pear, town, "Log-Position", position).statusCode())
                .isEqualTo(200);
        assertThat(get("/basket/" + pear, sister).statusCode()).isEqualTo(404);
        assertThat(get("/basket?size=200", sister).body()).doesNotContain(pear).doesNotContain(VILLAGE);
        assertThat(post("/pears", sister, PLANT).statusCode()).isEqualTo(403);
        assertThat(post("/pears/" + pear + "/water", sister, "{\"litres\": 1}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_handler_that_forgot_the_division_cannot_store_outside_it() throws Exception {
        var pear = id(post("/pears", clerk, PLANT));
        assertThat(post("/pears/" + pear + "/drop", clerk, "{}").statusCode()).isEqualTo(200);
        var refused = post("/pears/" + pear + "/drop", sister, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("access.out-of-division");
    }

    @Test
    void a_command_that_names_no_role_is_refused_for_everyone() throws Exception {
        assertThat(post("/pears/any/felling", clerk, "{}").body()).contains("access.not-allowed");
        assertThat(post("/pears", town, PLANT).body()).contains("access.not-allowed");
    }

    @Test
    void a_visitor_without_an_account_uses_public_paths_only() throws Exception {
        assertThat(post("/public/pears", "", PLANT).statusCode()).isEqualTo(201);
        var refused = post("/pears", "", PLANT);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("access.unauthenticated");
    }

    @Test
    void forged_expired_and_foreign_tokens_are_refused() throws Exception {
        var soon = Instant.now().plusSeconds(60);
        try (var stranger = new Issuer()) {
            assertThat(post("/pears", stranger.token("clerk", Role.VILLAGE_COMMITTEE, VILLAGE), PLANT)
                            .statusCode())
                    .isEqualTo(401);
        }
        var role = Role.VILLAGE_COMMITTEE.name();
        var expired =
                ISSUER.token("clerk", role, VILLAGE, "shouwang", Instant.now().minusSeconds(300));
        assertThat(post("/pears", expired, PLANT).statusCode()).isEqualTo(401);
        assertThat(post("/pears", ISSUER.token("clerk", role, VILLAGE, "other", soon), PLANT)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/pears", clerk.substring(0, clerk.length() - 4) + "AAAA", PLANT)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/pears", ISSUER.token("clerk", "KING", VILLAGE, "shouwang", soon), PLANT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/pears", ISSUER.token("clerk", "SYSTEM", "440233", "shouwang", soon), PLANT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/basket", ISSUER.token("clerk", role, "4", "shouwang", soon))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void bad_input_is_a_client_error_that_repeats_nothing() throws Exception {
        assertBad(post("/pears", clerk, "{\"division\": \"4402"), 400, "request.malformed");
        assertBad(post("/pears", clerk, "[]"), 400, "request.malformed");
        assertBad(post("/pears", clerk, ""), 400, "request.malformed");
        assertBad(post("/pears", clerk, PLANT.replace("}", ", \"9secret\": 1}")), 400, "request.unknown-field");
        assertBad(post("/pears", clerk, PLANT.replace("03-01", "13-77")), 400, "request.invalid");
        assertBad(post("/pears", clerk, PLANT.replace(VILLAGE, "secret")), 400, "request.invalid");
        assertBad(post("/pears", clerk, "x".repeat(5000)), 413, "request.too-large");
        assertBad(get("/basket?size=201", clerk), 400, "request.invalid");
        assertBad(get("/basket?page=0", clerk), 400, "request.invalid");
        assertBad(get("/basket?page=5000&size=100", clerk), 400, "request.invalid");
        assertBad(get("/basket?size=secret", clerk), 400, "request.invalid");
        assertBad(get("/nowhere", clerk), 404, "not-found");
        assertBad(post("/basket", clerk, "{}"), 405, "request.method");
        assertBad(post("/pears", clerk, PLANT, "Content-Type", "text/plain"), 415, "request.media-type");
    }

    @Test
    void json_that_is_made_to_keep_the_parser_busy_is_refused() throws Exception {
        JsonMapper json = service.getBean(JsonMapper.class);
        String deepest = "[".repeat(32) + "]".repeat(32);
        assertThat(json.readTree(deepest).isArray()).isTrue();
        for (String busy :
                List.of("[" + deepest + "]", "[" + "9".repeat(101) + "]", "{\"" + "n".repeat(300) + "\":1}")) {
            assertThatThrownBy(() -> json.readTree(busy)).isInstanceOf(StreamConstraintsException.class);
            assertThat(post("/pears", clerk, PLANT.replace("\"" + VILLAGE + "\"", busy))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_failure_inside_says_nothing_of_its_cause() throws Exception {
        var failed = post("/pears/any/lightning", clerk, "{}");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("\"code\":\"internal\"").doesNotContain("secret", "99999919800101001X");
    }

    @Test
    void probes_and_figures_are_there() throws Exception {
        post("/pears", clerk, PLANT);
        assertThat(get("/actuator/health/readiness", "").body()).contains("UP");
        assertThat(get("/actuator/prometheus", "").body())
                .contains("log_append_seconds", "log_batch", "reader_lag_positions{", "reader_lag_seconds{");
    }

    private static void assertBad(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("secret", "13-77");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> post(String path, String token, String json, String... headers)
            throws Exception {
        return send(path, token, headers, request -> request.POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> get(String path, String token, String... headers) throws Exception {
        return send(path, token, headers, HttpRequest.Builder::GET);
    }

    private interface Verb {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private static HttpResponse<String> send(String path, String token, String[] headers, Verb verb) throws Exception {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        var request = verb.on(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept-Language", "zh-CN");
        for (var n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
