package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitTest {

    private static final String PUBLIC = "/api/monitoring/public/reports";
    private static final int LIMIT = 1 << 20;
    private static final int PHOTO = 8 << 20;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // every test starts it, with limits of its own
    private RunningSuite suite;

    private void start(String... settings) {
        suite = RunningSuite.in(folder, settings);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void a_body_up_to_the_limit_passes_and_one_byte_more_does_not_whether_declared_or_chunked() {
        start();
        assertThat(send(declared(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(send(chunked(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.seen()).hasSize(2).allSatisfy(it -> assertThat(it.body())
                .hasSize(LIMIT));
        suite.monitoring.forget();
        assertProblem(send(declared(LIMIT + 1)), 413, "gateway.body-too-large");
        assertProblem(send(chunked(LIMIT + 1)), 413, "gateway.body-too-large");
        assertThat(suite.monitoring.seen()).as("nothing seen whole").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/monitoring/public/reports/0ABC/photos",
                "/api/monitoring/reports/0ABC/photos",
                "/api/monitoring/households/0ABC/visits/0DEF/photos"
            })
    void a_photo_of_a_report_or_visit_may_be_as_large_as_monitoring_takes_it_and_not_one_byte_larger(String photos) {
        start();
        SignedIn village = suite.signIn("village");
        for (BodyPublisher photo : List.of(declared(PHOTO), chunked(PHOTO))) {
            assertThat(village.post(photos, photo).statusCode()).isEqualTo(200);
            assertThat(suite.monitoring.last().body()).hasSize(PHOTO);
        }
        suite.monitoring.forget();
        assertProblem(village.postWhenAsked(photos, declared(PHOTO + 1)), 413, "gateway.body-too-large");
        assertProblem(village.post(photos, chunked(PHOTO + 1)), 413, "gateway.body-too-large");
        assertThat(suite.monitoring.seen()).as("nothing seen whole").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/monitoring/reports/0ABC/photos/1",
                "/api/monitoring/reports/0ABC/acceptance",
                "/api/monitoring/reports//photos",
                "/api/monitoring/households/0ABC/photos",
                "/api/monitoring/households/0ABC/visits/0DEF/photos/1/looks",
                "/api/employment/reports/0ABC/photos"
            })
    void what_only_looks_like_a_photo_has_the_limit_of_everything_else(String path) {
        start();
        SignedIn village = suite.signIn("village");
        assertThat(village.post(path, declared(LIMIT + 1)).statusCode()).isIn(400, 413);
        assertThat(village.post(path, chunked(LIMIT + 1)).statusCode()).isIn(400, 413);
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void who_sends_on_after_the_refusal_still_hears_it() {
        start();
        try (Wire wire = Wire.to(suite.gateway)) {
            assertThat(wire.sentOnAfterTheAnswer(PUBLIC, 17))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("gateway.body-too-large");
        }
    }

    @Test
    void bodies_too_large_do_not_close_the_service() {
        start("--shouwang.gateway.breaker.window=4", "--shouwang.gateway.breaker.least=4");
        for (int i = 0; i < 8; i++) {
            assertThat(send(chunked(LIMIT + 1)).statusCode()).isEqualTo(413);
        }
        assertThat(suite.get(PUBLIC).statusCode()).isEqualTo(200);
    }

    @Test
    void one_address_has_its_share_of_what_is_public_and_other_addresses_of_the_gateway_go_on() {
        start("--shouwang.gateway.limits.anonymous.burst=5", "--shouwang.gateway.limits.anonymous.per-minute=1");
        assertLimited(5, () -> suite.get(PUBLIC));
        assertThat(suite.monitoring.seen()).hasSize(5);
        assertThat(suite.get("/console/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_pretended_address_has_no_share_of_its_own() {
        start("--shouwang.gateway.limits.anonymous.burst=5", "--shouwang.gateway.limits.anonymous.per-minute=1");
        int[] next = {0};
        assertLimited(5, () -> suite.send(suite.request(PUBLIC).header("X-Forwarded-For", "192.0.2." + next[0]++)));
    }

    @Test
    void behind_a_trusted_proxy_the_address_is_what_the_proxy_saw() {
        start(
                "--shouwang.gateway.limits.anonymous.burst=1",
                "--shouwang.gateway.limits.anonymous.per-minute=1",
                "--shouwang.gateway.trusted-proxies=127.0.0.1");
        assertThat(from("198.51.100.1, 192.0.2.1").statusCode()).isEqualTo(200);
        assertThat(from("192.0.2.2").statusCode()).isEqualTo(200);
        assertProblem(from("198.51.100.2, 192.0.2.1"), 429, "gateway.rate-limited");
    }

    @Test
    void all_requests_of_an_address_together_are_limited_too_but_not_the_probes() {
        start("--shouwang.gateway.limits.address.burst=5", "--shouwang.gateway.limits.address.per-minute=1");
        assertLimited(5, () -> suite.get("/console/"));
        assertThat(suite.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void one_user_has_a_share_over_all_sessions_and_another_user_goes_on() {
        start("--shouwang.gateway.limits.user.burst=4", "--shouwang.gateway.limits.user.per-minute=1");
        SignedIn first = suite.signIn("county");
        SignedIn second = suite.signIn("county");
        for (int i = 0; i < 2; i++) {
            assertThat(first.get("/api/monitoring/x").statusCode()).isEqualTo(200);
            assertThat(second.get("/api/monitoring/x").statusCode()).isEqualTo(200);
        }
        assertProblem(first.get("/api/monitoring/x"), 429, "gateway.rate-limited");
        assertProblem(second.get("/api/monitoring/x"), 429, "gateway.rate-limited");
        assertThat(suite.signIn("village").get("/api/monitoring/x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headers_have_a_limit() {
        start();
        HttpResponse<String> answer = suite.send(suite.request(PUBLIC).header("X-Long", "x".repeat(17 << 10)));
        assertThat(answer.statusCode()).isIn(413, 431);
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    private static void assertLimited(int burst, Supplier<HttpResponse<String>> request) {
        for (int i = 0; i < burst; i++) {
            assertThat(request.get().statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = request.get();
        assertProblem(refused, 429, "gateway.rate-limited");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(30L, 60L);
    }

    private HttpResponse<String> from(String forwardedFor) {
        return suite.send(suite.request(PUBLIC).header("X-Forwarded-For", forwardedFor));
    }

    private HttpResponse<String> send(BodyPublisher body) {
        return suite.send(suite.request(PUBLIC).POST(body));
    }

    private static BodyPublisher declared(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
