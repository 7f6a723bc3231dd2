package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.AccessReport;
import cn.shouwang.platform.test.AccessWalk;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The table decides, before anything else and whatever is asked.
class AccessTest {

    private static final String PLANT = """
            {"division": "440233101203", "on": "2025-03-01"}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String keeper = ISSUER.token("keeper", Role.VILLAGE_COMMITTEE, AccessWalk.HOME);
    private final String bank = ISSUER.token("bank", Role.BANK_OFFICER, "440233");

    @RestController
    static class ForgottenController {

        @GetMapping("/forgotten")
        String all() {
            return "everything";
        }
    }

    @RestController
    static class AnyMethodController {

        @RequestMapping("/basket")
        String all() {
            return "everything";
        }
    }

    @BeforeAll
    static void start() {
        service = run("health,prometheus", PearService.class);
    }

    private static ConfigurableApplicationContext run(String exposed, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .properties(
                        "server.port=0",
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "shouwang.max-body=4096",
                        "spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoints.web.exposure.include=" + exposed)
                .run();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void every_cell_holds_but_those_that_were_seeded() {
        var report = new AccessWalk(port(), ISSUER)
                .given("POST /pears", Role.VILLAGE_COMMITTEE, PLANT, "pear")
                .body("POST /pears/{pear}/water", "{\"litres\": 1}")
                .platform("440233")
                .walk();
        assertThat(report.cells()).isGreaterThan(3_000);
        assertThat(report.failures())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                keeper(
                                        "POST /pears/{pear}/felling",
                                        "LET_IN, got 403 access.not-allowed",
                                        "own village"),
                                elsewhere("POST /pears/{pear}/felling", "WRONG_PLACE, got 403 access.not-allowed"),
                                keeper("POST /pears/{pear}/lightning", "LET_IN, got 500 internal", "own village"),
                                elsewhere("POST /pears/{pear}/lightning", "WRONG_PLACE, got 500 internal"),
                                elsewhere("GET /gossip", "EMPTY, got 200 "),
                                elsewhere("GET /gossip/{pear}", "NOT_FOUND, got 200 "))
                        .flatMap(found -> found)
                        .toList());
        assertThat(report).hasToString("access: %d cells, failures 14".formatted(report.cells()));
        assertThatThrownBy(() -> report.mustHold(1)).hasMessageContaining("failures 14");
        assertThatThrownBy(() -> new AccessReport(9, List.of()).mustHold(10)).hasMessageContaining("access: 9 cells");
    }

    private static Stream<String> elsewhere(String endpoint, String said) {
        return keeper(endpoint, said, "sister village", "village of another town", "village of another county");
    }

    private static Stream<String> keeper(String endpoint, String said, String... places) {
        return Stream.of(places)
                .map(place -> "%s as VILLAGE_COMMITTEE at %s: promised %s".formatted(endpoint, place, said));
    }

    @Test
    void an_endpoint_without_a_row_ends_the_start() {
        assertThatThrownBy(() -> run("health,prometheus", PearService.class, ForgottenController.class))
                .hasStackTraceContaining("endpoints without a row: [GET /forgotten]");
        assertThatThrownBy(() -> run("health,prometheus", PearService.class, AnyMethodController.class))
                .hasStackTraceContaining("endpoints without a row: [* /basket]");
    }

    @Test
    void what_is_exposed_to_operators_needs_a_row_and_a_row_needs_what_it_speaks_of() {
        assertThatThrownBy(() -> run("health,prometheus,env", PearService.class))
                .hasStackTraceContaining("GET /actuator/env");
        assertThatThrownBy(() -> run("health", PearService.class))
                .hasStackTraceContaining("rows without an endpoint: [GET /actuator/prometheus]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{\"division\": 1}", "x"})
    void the_role_is_decided_before_the_body_is_looked_at(String body) throws Exception {
        var sent = body.equals("x") ? "x".repeat(5_000) : body;
        var refused = send("POST", "/pears", bank, sent, "Idempotency-Key", "bad");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"access.not-allowed\"", "您的岗位不能办理此事");
    }

    @Test
    void what_is_not_there_is_not_found_for_those_signed_in_and_401_for_others() throws Exception {
        for (var path : new String[] {"/nowhere", "/error", "/actuator/env", "/basket/a/b", "/index.html", "/"}) {
            for (var method : new String[] {"GET", "POST", "DELETE"}) {
                assertThat(send(method, path, "", "").statusCode()).as(path).isEqualTo(401);
                assertThat(send(method, path, keeper, "").statusCode()).as(path).isIn(404, 405);
            }
        }
        assertThat(send("GET", "/nowhere", keeper, "").body()).contains("\"code\":\"not-found\"");
        assertThat(send("GET", "/error", keeper, "").body()).contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200, 403", "OPTIONS, 404, 404", "DELETE, 405, 405", "LOOK, 400, 400"})
    void other_methods_open_no_other_door(String method, int keepers, int banks) throws Exception {
        assertThat(send(method, "/basket", "", "").statusCode()).isIn(401, 400);
        assertThat(send(method, "/basket", keeper, "").statusCode()).isEqualTo(keepers);
        assertThat(send(method, "/basket", bank, "").statusCode()).isEqualTo(banks);
    }

    @Test
    void a_request_is_not_sent_back_to_be_read() throws Exception {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port())) {
            line.setSoTimeout(10_000);
            line.getOutputStream()
                    .write("TRACE /basket HTTP/1.1\r\nHost: localhost\r\nX-Mine: secret\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d").doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/basket/", "//basket", "/basket;x=1", "/public/../basket", "/public/%2e%2e/basket", "/BASKET"})
    void another_way_of_writing_a_path_opens_no_other_door(String path) throws Exception {
        assertThat(send("GET", path, bank, "").statusCode()).isIn(400, 403, 404);
        assertThat(send("GET", path, "", "").statusCode()).isIn(400, 401);
    }

    @Test
    void the_more_special_row_decides() throws Exception {
        var town = ISSUER.token("town", Role.TOWN_OFFICE, "440233101");
        assertThat(send("GET", "/basket/none", town, "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/basket/live", town, "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_streamed_answer_is_decided_once_and_ends_well() throws Exception {
        var told = send("GET", "/basket/live", keeper, "");
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEqualTo("data:ripe\n\n");
        assertThat(send("GET", "/basket/live", bank, "").statusCode()).isEqualTo(403);
        assertThat(send("GET", "/basket/live", "", "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "VILLAGE_COMMITTEE, 440233",
        "VILLAGE_COMMITTEE, 440233101",
        "TOWN_OFFICE, 440233",
        "PUBLIC, 440233101203"
    })
    void a_role_reaches_nothing_where_there_is_no_such_office(Role role, String division) throws Exception {
        var token = ISSUER.token("climber", role, division);
        assertThat(send("GET", "/basket", token, "").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/public/pears", token, PLANT).statusCode()).isEqualTo(201);
    }

    private static int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static HttpResponse<String> send(String method, String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
