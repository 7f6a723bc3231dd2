package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that mean one thing to the door and another to what is behind it, byte by byte as a client of
/// its own making would send them, with a token that is right.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisguiseTest {

    private static final String OPEN = "/api/monitoring/public/x";

    /// What follows the first line and `Host`.
    record Framing(String name, String headers, String body) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Framing> FRAMINGS = List.of(
            new Framing("two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n", "{} "),
            new Framing("the same length twice", "Content-Length: 2\r\nContent-Length: 2\r\n", "{}"),
            new Framing("lengths in a list", "Content-Length: 2, 2\r\n", "{}"),
            new Framing("a length with a sign", "Content-Length: +2\r\n", "{}"),
            new Framing("a length below nothing", "Content-Length: -2\r\n", "{}"),
            new Framing("a length in hexadecimal", "Content-Length: 0x2\r\n", "{}"),
            new Framing(
                    "length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            new Framing(
                    "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            new Framing("chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
            new Framing("chunks that are not the last coding", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
            new Framing("an unknown coding", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
            new Framing("a coding with a tab", "Transfer-Encoding:\tchunked\u000b\r\n", "0\r\n\r\n"),
            new Framing("a space before the colon", "Content-Length : 2\r\n", "{}"),
            new Framing("a folded coding", "Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"),
            new Framing("a bare line feed", "X-A: a\nContent-Length: 2\r\n", "{}"),
            new Framing("a bare carriage return", "X-A: a\rContent-Length: 2\r\nContent-Length: 2\r\n", "{}"),
            new Framing("a null byte", "X-A: a\0b\r\nContent-Length: 2\r\n", "{}"),
            new Framing("a header without a name", ": a\r\nContent-Length: 2\r\n", "{}"),
            new Framing("a second host", "Host: elsewhere\r\nContent-Length: 2\r\n", "{}"));

    @TempDir
    static Path folder;

    private static RunningSuite suite;
    private static String token;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.limits.address.burst=10000",
                "--shouwang.gateway.limits.anonymous.burst=10000",
                "--shouwang.gateway.patience.head=2s",
                "--shouwang.gateway.patience.body=2s");
        token = RunningSuite.signed(suite.claims(), suite.issuersKey());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void forget() {
        suite.monitoring.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/me", "/openapi", "/nothing", "/api/monitoring/x", "/api/monitoring/public/x"})
    void what_cannot_be_read_as_media_types_is_no_fault_of_ours(String path) {
        for (String accept : List.of("a/b,".repeat(2000), "a/b,".repeat(2000) + "text/html", "(a+)+$", "*", ";q=")) {
            var answer = suite.send(suite.request(path).header("Accept", accept));
            assertThat(answer.statusCode()).as(accept.substring(0, 1)).isLessThan(500);
        }
    }

    @Test
    void the_same_request_without_disguise_passes() {
        assertThat(answer("POST " + OPEN, "Content-Length: 2\r\n", "{}")).startsWith("HTTP/1.1 200 ");
        assertThat(answer("POST " + OPEN, "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(suite.monitoring.seen()).hasSize(2);
    }

    @ParameterizedTest
    @FieldSource("FRAMINGS")
    void a_body_whose_end_can_be_understood_in_two_ways_is_refused(Framing framing) {
        assertThat(answer("POST " + OPEN, framing.headers(), framing.body())).startsWith("HTTP/1.1 400 ");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    /// RFC 9112 5.2 lets a server do this or refuse.
    @Test
    void a_folded_line_reaches_the_service_as_one_line() {
        assertThat(answer("GET " + OPEN, "X-A: a\r\n X-Shouwang-Role: SYSTEM_ADMIN\r\n", ""))
                .startsWith("HTTP/1.1 200 ");
        assertThat(suite.monitoring.last().header("X-A")).isEqualTo("a X-Shouwang-Role: SYSTEM_ADMIN");
        assertThat(suite.monitoring.last().header("X-Shouwang-Role")).isEmpty();
    }

    @Test
    void what_a_client_names_in_connection_stays_at_the_door_and_cannot_take_ours_away() {
        String headers = "Connection: X-A, traceparent\r\nX-A: a\r\nX-B: b\r\n";
        assertThat(answer("GET " + OPEN, headers, "")).startsWith("HTTP/1.1 200 ");
        StubService.Seen seen = suite.monitoring.last();
        assertThat(seen.header("X-A")).isEmpty();
        assertThat(seen.header("X-B")).isEqualTo("b");
        assertThat(seen.header("traceparent")).isNotEmpty();
        String session = "Connection: Authorization\r\nCookie: SHOUWANG=%s\r\n"
                .formatted(suite.signIn("county").cookie("SHOUWANG"));
        assertThat(answer("GET /api/monitoring/x", session, "")).startsWith("HTTP/1.1 200 ");
        assertThat(suite.monitoring.last().header("Authorization")).startsWith("Bearer ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/monitoring/public/../households",
                "/api/monitoring/public/..%2fhouseholds",
                "/api/monitoring/public/%2e%2e/households",
                "/api/monitoring/public/%2E%2e/actuator/env",
                "/api/monitoring/public/%252e%252e/households",
                "/api/monitoring/public/..;/households",
                "/api/monitoring/public;a=b/x",
                "/api/monitoring/public/%3b/x",
                "/api/monitoring/public//x",
                "//api/monitoring/public/x",
                "/api//monitoring/x",
                "/api/monitoring/public\\..\\households",
                "/api/monitoring/public%5c..%5chouseholds",
                "/api/monitoring/public/%00",
                "/api/monitoring/public/x%00.json",
                "/api/monitoring/public/x%0d%0aX-A:%20b",
                "/api/monitoring/public/%c0%ae%c0%ae/x",
                "/api/monitoring/public/%u002e%u002e/x",
                "/api/monitoring/public/%",
                "/api/monitoring/public/x?q=%",
                "/api/monitoring/public/x?q=%c0%ae",
                "/api/monitoring/public/./x",
                "/api/monitoring/public/%2e/x",
                "/api/monitoring/actuator/prometheus",
                "/api/monitoring/actuator",
                "/api/monitoring/%61ctuator/env",
                "/api/monitoring/v3/api-docs",
                "/api/monitoring/v3/api-docs.yaml",
                "/api/monitoring/error",
                "/api/unknown/public/x",
                "/api/",
                "/api/monitoring@127.0.0.1:1/public/x",
                "http://127.0.0.1:1/api/monitoring/households",
                "http://127.0.0.1:1/",
                "file:///etc/passwd",
                "/../../etc/passwd",
                "/assets/../application.yml",
                "/assets/%2e%2e/%2e%2e/application.yml",
                "*"
            })
    void there_is_nothing_at_an_address_in_disguise(String path) {
        assertThat(answer("GET " + path, "Authorization: Bearer " + token + "\r\n", ""))
                .containsPattern("^HTTP/1.1 40[04] ");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "OPTIONS", "PROPFIND", "TRACK", "DEBUG", "get", "GETS", "PRI"})
    void only_a_few_methods_come_in(String method) {
        assertThat(answer(method + " " + OPEN, "Authorization: Bearer " + token + "\r\n", ""))
                .startsWith("HTTP/1.1 405 ")
                .contains("gateway.method-not-allowed")
                .containsIgnoringCase("\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE\r\n");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void an_address_has_a_longest_length_a_most_of_parts_and_a_longest_query() {
        assertThat(answer("GET " + OPEN + "/x".repeat(15), "", "")).startsWith("HTTP/1.1 200 ");
        assertThat(answer("GET " + OPEN + "/x".repeat(17), "", "")).startsWith("HTTP/1.1 414 ");
        assertThat(answer("GET " + OPEN + "x".repeat(1024), "", "")).startsWith("HTTP/1.1 414 ");
        assertThat(answer("GET " + OPEN + "?q=" + "x".repeat(4090), "", "")).startsWith("HTTP/1.1 200 ");
        assertThat(answer("GET " + OPEN + "?q=" + "x".repeat(4096), "", "")).startsWith("HTTP/1.1 414 ");
        assertThat(answer("GET " + OPEN + "?q=" + "x".repeat(9000), "", "")).startsWith("HTTP/1.1 414 ");
        assertThat(suite.monitoring.seen()).hasSize(2);
    }

    @Test
    void headers_have_a_most_and_a_largest_size() {
        assertThat(answer("GET " + OPEN, "X-A: a\r\n".repeat(62), "")).startsWith("HTTP/1.1 200 ");
        assertThat(answer("GET " + OPEN, "X-A: a\r\n".repeat(63), "")).startsWith("HTTP/1.1 431 ");
        assertThat(answer("GET " + OPEN, "X-A: " + "a".repeat(17 << 10) + "\r\n", ""))
                .startsWith("HTTP/1.1 431 ");
        assertThat(suite.monitoring.seen()).hasSize(1);
    }

    private static String answer(String line, String headers, String body) {
        try (Wire wire = Wire.to(suite.gateway)) {
            return wire.write("%s HTTP/1.1\r\nHost: gateway\r\n%sConnection: close\r\n\r\n%s"
                            .formatted(line, headers, body))
                    .rest();
        }
    }
}
