package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Answers of a service that go on for long (`text/event-stream`).
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StreamTest {

    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private RunningSuite suite;

    @BeforeEach
    void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.limits.anonymous.burst=1000",
                "--shouwang.gateway.session.idle=" + IDLE.toMillis() + "ms",
                "--shouwang.gateway.patience.idle=1s",
                "--shouwang.gateway.breaker.window=4",
                "--shouwang.gateway.breaker.least=4",
                "--shouwang.gateway.breaker.pause=1s",
                "--shouwang.gateway.breaker.trials=1",
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=" + ANSWER.toMillis() + "ms");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void each_event_passes_when_it_is_sent_however_long_the_answer_takes() {
        try (Listening page = listening(suite.signIn("county"))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.next()).isEqualTo("event: open");
            LockSupport.parkNanos(ANSWER.multipliedBy(4).toNanos());
            suite.monitoring.tell("changed");
            Instant told = Instant.now();
            assertThat(page.next()).isEqualTo("event: changed");
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
        await("the service learns that nobody listens any more")
                .atMost(SOON)
                .until(() -> suite.monitoring.streams() == 0);
    }

    @Test
    void signing_out_ends_it_here_and_at_the_service() {
        SignedIn county = suite.signIn("county");
        try (Listening page = listening(county)) {
            assertThat(page.next()).isEqualTo("event: open");
            county.signOut();
            assertThat(page.next())
                    .as("ended as an answer ends, not broken off")
                    .isEmpty();
        }
        await().atMost(SOON).until(() -> suite.monitoring.streams() == 0);
    }

    @Test
    void listening_does_not_keep_a_session_nobody_uses() {
        SignedIn county = suite.signIn("county");
        Instant last = Instant.now().plus(SOON.multipliedBy(2));
        try (Listening page = listening(county)) {
            assertThat(page.next()).isEqualTo("event: open");
            while (asksAgain(county) && Instant.now().isBefore(last)) {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            }
            assertThat(Instant.now())
                    .as("a page that asks by itself again and again")
                    .isBefore(last);
            assertThat(page.next()).isEmpty();
        }
        assertProblem(county.get("/api/monitoring/x"), 401, "access.unauthenticated");
    }

    @Test
    void who_works_meanwhile_goes_on_listening() {
        SignedIn county = suite.signIn("county");
        try (Listening page = listening(county)) {
            assertThat(page.next()).isEqualTo("event: open");
            Instant last = Instant.now().plus(IDLE.multipliedBy(2));
            while (Instant.now().isBefore(last)) {
                assertThat(county.get("/api/monitoring/x").statusCode()).isEqualTo(200);
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            }
            suite.monitoring.tell("changed");
            assertThat(page.next()).isEqualTo("event: changed");
        }
    }

    @Test
    void without_a_session_there_is_none() {
        var request = suite.request("/api/monitoring/stream").header("Accept", "text/event-stream");
        assertProblem(suite.send(request), 401, "access.unauthenticated");
    }

    @Test
    void those_who_listen_again_after_a_pause_are_not_the_trial_others_wait_for() {
        SignedIn county = suite.signIn("county");
        for (int i = 0; i < 4; i++) {
            assertThat(county.get("/api/monitoring/answer/503").statusCode()).isEqualTo(503);
        }
        try (Listening left = listening(county)) {
            assertThat(left.status()).as("left alone").isEqualTo(503);
        }
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        try (Listening page = listening(county)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(county.get("/api/monitoring/x").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_gateway_stops_without_waiting_for_them() {
        SignedIn county = suite.signIn("county");
        try (Listening page = listening(county)) {
            assertThat(page.next()).isEqualTo("event: open");
            Instant begun = Instant.now();
            suite.stopGateway();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
            assertThat(page.next()).isEmpty();
        }
    }

    private boolean asksAgain(SignedIn county) {
        try (Listening again = listening(county)) {
            return again.status() == 200;
        }
    }

    private Listening listening(SignedIn person) {
        var request = suite.request("/api/monitoring/stream")
                .header("Accept", "text/event-stream")
                .header("Cookie", "SHOUWANG=" + person.cookie("SHOUWANG"));
        HttpClient client = HttpClient.newHttpClient();
        try {
            return new Listening(client, client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A page that listens.
    private record Listening(HttpClient client, int status, BufferedReader lines) implements AutoCloseable {

        Listening(HttpClient client, HttpResponse<InputStream> answer) {
            this(
                    client,
                    answer.statusCode(),
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }

        /// The name of the next event, or nothing when the answer has ended; one of both must come, for the
        /// service says something all the time.
        String next() {
            Instant last = Instant.now().plus(SOON.multipliedBy(2));
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        return line;
                    }
                    assertThat(Instant.now()).as("an event or the end").isBefore(last);
                }
                return "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The answer first: a client waits for one that nobody reads to its end.
        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                client.shutdownNow();
            }
        }
    }
}
