package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that keep a connection busy without ever finishing, while others are served.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowClientTest {

    private static final String OPEN = "/api/monitoring/public/x";
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration BOUND = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.limits.anonymous.burst=10000",
                "--shouwang.gateway.limits.connections=40",
                "--shouwang.gateway.patience.head=1s",
                "--shouwang.gateway.patience.body=1s",
                "--shouwang.gateway.patience.idle=1s",
                "--shouwang.gateway.patience.reader=1s");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void a_head_that_comes_byte_by_byte_ends_the_connection() {
        assertThat(trickled("GET %s HTTP/1.1\r\nHost: gateway\r\nX-A: ".formatted(OPEN), "a"))
                .isBetween(LIMIT.minusMillis(200), BOUND);
    }

    @Test
    void so_does_the_head_after_an_answer() {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.get(OPEN));
            assertThat(wire.status()).isEqualTo(200);
            assertThat(trickled(wire, "a")).isBetween(LIMIT.minusMillis(200), BOUND);
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_ends_the_connection() {
        assertThat(trickled(Wire.post(OPEN, "Content-Length: 100000"), "a")).isBetween(LIMIT.minusMillis(200), BOUND);
        assertThat(trickled(Wire.post(OPEN, "Transfer-Encoding: chunked"), "1\r\na\r\n"))
                .isBetween(LIMIT.minusMillis(200), BOUND);
        assertThat(suite.monitoring.seen()).noneMatch(it -> it.method().equals("POST"));
    }

    @Test
    void so_does_one_whose_request_was_refused_before_its_body_came() {
        assertThat(trickled(Wire.post("/api/monitoring/x", "Content-Length: 100000"), "a"))
                .isBetween(LIMIT.minusMillis(200), BOUND);
    }

    @Test
    void a_connection_on_which_nothing_comes_at_all_is_ended() {
        try (Wire wire = Wire.to(suite.gateway)) {
            Instant begun = Instant.now();
            assertThat(wire.isEnded()).isTrue();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(BOUND);
        }
    }

    @Test
    void an_answer_that_is_not_taken_ends_the_connection() {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.get("/api/monitoring/public/large"));
            LockSupport.parkNanos(BOUND.toNanos()); // the client that does not read
            assertThat(wire.rest().length()).isLessThan(StubService.LARGE);
        }
    }

    @Test
    void others_are_served_meanwhile_and_one_address_has_a_most_of_connections() {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                slow.add(Wire.to(suite.gateway).write("GET %s HTTP/1.1\r\nHost: ".formatted(OPEN)));
            }
            assertThat(suite.get(OPEN).statusCode()).isEqualTo(200);
            for (int i = 0; i < 20; i++) {
                slow.add(Wire.to(suite.gateway));
            }
            Instant begun = Instant.now();
            assertThat(slow.getLast().isEnded())
                    .as("more than the address may have")
                    .isTrue();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(LIMIT.dividedBy(2));
        } finally {
            slow.forEach(Wire::close);
        }
    }

    private static Duration trickled(String begin, String piece) {
        try (Wire wire = Wire.to(suite.gateway)) {
            return trickled(wire.write(begin), piece);
        }
    }

    /// How long the gateway let the client send pieces.
    private static Duration trickled(Wire wire, String piece) {
        Instant begun = Instant.now();
        Instant last = begun.plus(BOUND);
        while (wire.takes(piece) && Instant.now().isBefore(last)) {
            LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
        }
        return Duration.between(begun, Instant.now());
    }
}
