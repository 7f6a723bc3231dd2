package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that keeps its connection never waits for ever, whatever was answered on it before.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionTest {

    private static final String SERVICE = "/api/monitoring/public/x";
    private static final String NEEDS_SIGN_IN = "/api/monitoring/x";
    private static final String NOTHING = "/nothing-here";
    private static final int TIMES = 100;

    /// What is sent before the refusal, and what of its body only after it.
    record Body(String name, String before, String after) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Body> BODIES = List.of(
            new Body("none", Wire.get(NEEDS_SIGN_IN), ""),
            new Body("at once", Wire.post(NEEDS_SIGN_IN, "Content-Length: 5") + "hello", ""),
            new Body(
                    "half of it late",
                    Wire.post(NEEDS_SIGN_IN, "Content-Length: 65536") + "x".repeat(32768),
                    "x".repeat(32768)),
            new Body("all of it late", Wire.post(NEEDS_SIGN_IN, "Content-Length: 65536"), "x".repeat(65536)),
            new Body(
                    "chunks late",
                    Wire.post(NEEDS_SIGN_IN, "Transfer-Encoding: chunked") + "5\r\nhello\r\n",
                    "5\r\nhello\r\n0\r\n\r\n"));

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.patience.idle=1s",
                "--shouwang.gateway.patience.body=1s",
                "--shouwang.gateway.limits.address.burst=10000",
                "--shouwang.gateway.limits.anonymous.burst=10000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /// The second is refused at once, in the moment in which the first is through. Reactor Netty 1.3.7 never read
    /// the third.
    @Test
    void a_connection_is_read_on_after_a_request_that_waited_for_the_one_before() {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.get(SERVICE) + Wire.get(NOTHING));
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.status()).isEqualTo(404);
            wire.write(Wire.get(NOTHING));
            assertThat(wire.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @FieldSource("BODIES")
    void a_connection_is_read_on_after_a_refusal_whatever_became_of_the_body(Body body) {
        try (Wire wire = Wire.to(suite.gateway)) {
            for (int i = 0; i < TIMES; i++) {
                wire.write(body.before());
                assertThat(wire.status()).isEqualTo(401);
                wire.write(body.after()).write(Wire.get(NOTHING));
                assertThat(wire.status()).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 10", "Content-Length: 10\r\nExpect: 100-continue", "Transfer-Encoding: chunked"
            })
    void a_connection_whose_refused_body_never_comes_is_ended(String framing) {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.post(NEEDS_SIGN_IN, framing));
            assertThat(wire.status()).isEqualTo(401);
            assertThat(wire.isEnded()).isTrue();
        }
    }

    @Test
    void a_connection_on_which_nothing_is_asked_any_more_is_ended() {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.get(SERVICE) + Wire.get(NOTHING));
            assertThat(List.of(wire.status(), wire.status())).containsExactly(200, 404);
            assertThat(wire.isEnded()).isTrue();
        }
    }
}
