package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// What a service says to requests that no client of good faith sends: byte for byte, since a client's
/// library would not write them.
class RefusalTest {

    private static final String PLANT = """
            {"division": "440233101203", "on": "2025-03-01"}""";

    /// What tells by which products, in which versions, an answer was made.
    private static final Pattern INSIDE =
            Pattern.compile("tomcat|apache|spring|catalina|jakarta|java\\.|exception|whitelabel|<html|timestamp");

    private static final int LARGE = 700_000;

    private static final Issuer ISSUER = new Issuer();
    private static final MongoDatabase DATABASE = Servers.freshDatabase();
    private static ConfigurableApplicationContext service;

    private final String keeper =
            "Authorization: Bearer " + ISSUER.token("keeper", Role.VILLAGE_COMMITTEE, "440233101203") + "\r\n";

    /// An answer as it came.
    private record Answer(int status, String head, String body) {

        static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            assertThat(end).as(text).isPositive();
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        }

        void is(int expected, String code) {
            assertThat(this.status).as(body).isEqualTo(expected);
            assertThat(head).contains("Content-Type: application/problem+json");
            assertThat(body).contains("\"type\":\"urn:problem:" + code + "\"", "\"status\":" + expected);
            assertThat((head + body).toLowerCase(Locale.ROOT)).doesNotContainPattern(INSIDE);
        }
    }

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(PearService.class)
                .properties(
                        "server.port=0",
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "shouwang.body-room=1048577",
                        "spring.mongodb.uri=" + Servers.uri(DATABASE),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoint.health.probes.enabled=true",
                        "management.endpoints.web.exposure.include=health,prometheus")
                .run();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/*",
                "*/*",
                "application/*+json",
                "application",
                "text/plain",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "application/x-www-form-urlencoded"
            })
    void a_body_that_is_not_named_json_is_415_and_stores_nothing(String type) throws IOException {
        var before = stored();
        plant(type, PLANT.getBytes(StandardCharsets.UTF_8)).is(415, "request.media-type");
        plant(type, new byte[0]).is(415, "request.media-type");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_body_without_a_name_is_415_and_a_command_without_a_body_needs_none() throws IOException {
        send("POST /pears HTTP/1.1\r\nContent-Length: 2\r\n" + keeper, "{}".getBytes(StandardCharsets.UTF_8))
                .is(415, "request.media-type");
        var dropped = send("POST /pears/none/drop HTTP/1.1\r\nContent-Length: 0\r\n" + keeper, new byte[0]);
        dropped.is(404, "not-found");
    }

    @Test
    void a_body_that_is_no_utf_8_is_400_and_stores_nothing() throws IOException {
        var before = stored();
        plant("application/json", PLANT.getBytes(StandardCharsets.UTF_16)).is(400, "request.malformed");
        plant("application/json", PLANT.getBytes(StandardCharsets.UTF_16LE)).is(400, "request.malformed");
        plant("application/json", PLANT.replace("{", "{\"\u00c0\u00af\": 1, ").getBytes(StandardCharsets.ISO_8859_1))
                .is(400, "request.malformed");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00\\ud800", "\\u0000"})
    void a_text_of_letters_that_are_none_is_400_and_stores_nothing(String letters) throws IOException {
        var before = stored();
        var text = PLANT.replace("440233101203", letters);
        plant("application/json", text.getBytes(StandardCharsets.UTF_8)).is(400, "request.malformed");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20250301", "[2025]", "\"2025-03-01T00:00:00Z\"", "\"\"", "\"2025-02-30\""})
    void a_day_that_is_not_written_as_one_is_400_and_stores_nothing(String day) throws IOException {
        var before = stored();
        var text = PLANT.replace("\"2025-03-01\"", day);
        assertThat(plant("application/json", text.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "1"})
    void a_word_of_ours_is_not_told_by_its_place_in_a_list(String place) {
        var json = service.getBean(JsonMapper.class);
        assertThat(json.readValue("\"AUDITOR\"", Role.class)).isEqualTo(Role.AUDITOR);
        assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> json.readValue(place, Role.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "text/html", "../..", "a/b;q=x", "image/png"})
    void a_refusal_is_a_problem_whatever_the_caller_says_to_accept(String accept) throws IOException {
        var header = "Accept: " + accept + "\r\n" + keeper;
        send("GET /basket/none HTTP/1.1\r\n" + header, new byte[0]).is(404, "not-found");
        send("POST /pears/none/drop HTTP/1.1\r\nContent-Length: 0\r\n" + header, new byte[0])
                .is(404, "not-found");
        send(
                        "POST /pears HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n" + header,
                        "{}".getBytes(StandardCharsets.UTF_8))
                .is(400, "request.invalid");
    }

    @Test
    void the_same_request_in_good_faith_is_stored() throws IOException {
        var before = stored();
        assertThat(plant("application/json;charset=UTF-8", PLANT.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        assertThat(stored()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT 127.0.0.1:80 HTTP/1.1      | 400 | request.invalid",
                "TRACE /basket HTTP/1.1             | 405 | request.method",
                "LOOK /basket HTTP/1.1              | 400 | request.invalid",
                "GET * HTTP/1.1                     | 400 | request.invalid",
                "GET /basket HTTP/2.0               | 400 | request.invalid",
                "GET /basket HTTP/1.11              | 400 | request.invalid",
                "GET /basket?division[]=1 HTTP/1.1  | 400 | request.invalid",
                "GET /basket?page={1} HTTP/1.1      | 400 | request.invalid",
                "GET /basket%2fa HTTP/1.1           | 400 | request.invalid",
                "GET /basket%ff HTTP/1.1            | 400 | request.invalid",
                "GET /basket%zz HTTP/1.1            | 400 | request.invalid",
                "GET /basket?page=%ff HTTP/1.1      | 400 | request.invalid",
                "GET /basket?page=%zz HTTP/1.1      | 400 | request.invalid",
                "GET //basket HTTP/1.1              | 400 | request.invalid",
                "GET /basket;a=b HTTP/1.1           | 400 | request.invalid",
                "GET /a/../../basket HTTP/1.1       | 400 | request.invalid",
                "GET /error HTTP/1.1                | 404 | not-found",
                "POST /error HTTP/1.1               | 404 | not-found",
                "GET /favicon.ico HTTP/1.1          | 404 | not-found",
                "GET /static/app.js HTTP/1.1        | 404 | not-found",
                "GET / HTTP/1.1                     | 404 | not-found"
            })
    void a_request_that_is_none_is_told_so_in_our_own_words(String line, int status, String code) throws IOException {
        send(line + "\r\n" + keeper, new byte[0]).is(status, code);
        send(line + "\r\nAccept: text/html\r\n" + keeper, new byte[0]).is(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/error",
                "/favicon.ico",
                "/static/app.js",
                "/actuator/env",
                "/",
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/basket"
            })
    void who_is_not_signed_in_is_not_told_what_there_is(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\n", new byte[0]).is(401, "access.unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nContent-Length: +4",
                "Content-Length: 4\r\nContent-Length: 400",
                "Content-Length: 0x4",
                "Content-Length: -4",
                "A\u0000: b",
                "A B: c",
                "NoColon",
                "Host: evil.example\r\nHost: b"
            })
    void a_header_that_is_none_is_400(String header) throws IOException {
        var before = stored();
        send("POST /pears HTTP/1.1\r\nContent-Type: application/json\r\n" + keeper + header + "\r\n", new byte[0])
                .is(400, "request.invalid");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void the_words_are_chinese_unless_english_is_asked_for() throws IOException {
        assertThat(send("GET /basket?[] HTTP/1.1\r\n", new byte[0]).body()).contains("填写的内容有误");
        assertThat(send("GET /basket HTTP/1.1\r\n", new byte[0]).body()).contains("请先登录");
        assertThat(send("GET /basket HTTP/1.1\r\nAccept-Language: fr\r\n", new byte[0])
                        .body())
                .contains("请先登录");
        assertThat(send("GET /basket HTTP/1.1\r\nAccept-Language: en-GB\r\n", new byte[0])
                        .body())
                .contains("Sign in first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void a_probe_tells_the_state_and_neither_parts_nor_products(String path) throws IOException {
        var told = send("GET " + path + " HTTP/1.1\r\n", new byte[0]);
        assertThat(told.head()).containsPattern("Content-Type: application/json\\r?\\n");
        assertThat(told.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
        assertThat((told.head() + told.body()).toLowerCase(Locale.ROOT)).doesNotContainPattern(INSIDE);
    }

    @Test
    void only_who_is_signed_in_is_told_how_far_the_log_goes() throws IOException {
        assertThat(send("GET /basket HTTP/1.1\r\n" + keeper, new byte[0]).head())
                .contains("Log-Position: ");
        var open = send("GET /public/basket HTTP/1.1\r\nLog-Position: 999999\r\n", new byte[0]);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.head()).doesNotContain("Log-Position");
        assertThat(send("GET /public/basket HTTP/1.1\r\n" + keeper, new byte[0]).head())
                .contains("Log-Position: ");
    }

    @Test
    void bodies_that_have_no_room_in_memory_are_429_and_those_of_offices_have_a_room_of_their_own() throws IOException {
        assertThat(isCrowdedOut()).isTrue();
        for (var tries = 0; stranger().status() != 400; tries++) {
            assertThat(tries).as("the room is given back").isLessThan(50);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /// Whether a stranger finds no room beside one who holds most of it, while an office does. Tried again with
    /// a new holder, since the one may come first whose body is read first.
    private boolean isCrowdedOut() throws IOException {
        for (var tries = 0; tries < 50; tries++) {
            try (var _ = begun()) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                var answer = stranger();
                if (answer.status() == 429) {
                    assertThat(answer.head()).contains("Retry-After: 1");
                    assertThat(plant("application/json", PLANT.getBytes(StandardCharsets.UTF_8))
                                    .status())
                            .isEqualTo(201);
                    return true;
                }
            }
        }
        return false;
    }

    /// What a stranger is answered who sends a large body that is no JSON.
    private static Answer stranger() throws IOException {
        var head = "POST /public/pears HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + LARGE + "\r\n";
        return send(head, new byte[LARGE]);
    }

    /// The start of a body, more than half of the room, whose rest is never sent.
    private static Socket begun() throws IOException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var sender = new Socket(InetAddress.getLoopbackAddress(), port);
        var head = """
                POST /public/pears HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 1000000\r
                \r
                """;
        sender.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().write(new byte[LARGE]);
        return sender;
    }

    private static long stored() {
        return DATABASE.getCollection("log").countDocuments();
    }

    private Answer plant(String type, byte[] body) throws IOException {
        return send(
                "POST /pears HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n"
                        + keeper,
                body);
    }

    private static Answer send(String start, byte[] body) throws IOException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                (start + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setSoTimeout(10_000);
            line.getOutputStream().write(bytes.toByteArray());
            return Answer.of(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
