package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static cn.shouwang.gateway.RunningSuite.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceTest {

    private static final String AT = "/api/monitoring/public";

    @TempDir
    static Path folder;

    private RunningSuite suite;

    @BeforeEach
    void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.limits.anonymous.burst=1000",
                "--shouwang.gateway.breaker.window=4",
                "--shouwang.gateway.breaker.least=4",
                "--shouwang.gateway.breaker.pause=1s",
                "--shouwang.gateway.breaker.trials=1",
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void an_answer_of_the_service_passes_unchanged() {
        HttpResponse<String> refused = get("/answer/409");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("{\"code\":\"service.own\"}");
        HttpResponse<String> ill = get("/answer/503");
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).isEqualTo("{\"code\":\"service.own\"}");
    }

    @Test
    void a_location_leads_back_through_the_gateway_and_cookies_stay_inside() {
        HttpResponse<String> created = post("/created");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/monitoring/households/1");
        assertThat(created.headers().firstValue("Log-Position")).hasValue("7");
        assertThat(created.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_get_whose_connection_breaks_is_sent_once_more_and_a_post_never() {
        assertProblem(get("/drop"), 502, "gateway.no-answer");
        assertThat(suite.monitoring.seen()).hasSize(2);
        suite.monitoring.forget();
        assertProblem(post("/drop"), 502, "gateway.no-answer");
        assertThat(suite.monitoring.seen()).hasSize(1);
    }

    @Test
    void the_second_try_of_a_get_may_succeed() {
        assertThat(get("/drop-once").statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.seen()).hasSize(2);
    }

    @Test
    void a_body_that_does_not_come_is_the_clients_fault() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(withHalfABody()).startsWith("HTTP/1.1 408").contains("gateway.body-too-slow");
        }
        assertThat(suite.monitoring.seen()).isEmpty();
        assertThat(figures()).contains(breaker("monitoring", State.CLOSED));
    }

    @Test
    void nothing_of_a_request_is_logged() {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        try {
            for (String path : new String[] {"/drop", "/never", "/answer/500", "/a;b", "//"}) {
                get(path + "?idNumber=999999200001010000");
            }
            suite.monitoring.close();
            get("/divisions?idNumber=999999200001010000");
            suite.get("/openapi?idNumber=999999200001010000");
        } finally {
            log.setLevel(Level.OFF);
            log.detachAppender(lines);
        }
        assertThat(lines.list).isNotEmpty().noneMatch(line -> line.getFormattedMessage()
                .contains("999999"));
    }

    @Test
    void a_post_on_a_kept_connection_is_not_sent_twice_either() {
        for (int i = 0; i < 3; i++) {
            assertThat(post("/reports").statusCode()).isEqualTo(200);
        }
        suite.monitoring.forget();
        assertProblem(post("/drop"), 502, "gateway.no-answer");
        assertThat(suite.monitoring.seen()).hasSize(1);
    }

    @Test
    void a_slow_service_is_a_timeout_that_promises_nothing() {
        HttpResponse<String> answer = post("/never");
        assertProblem(answer, 504, "gateway.timeout");
        assertThat(json(answer).path("detail").asString("")).contains("not known");
        assertThat(json(answer).path("service").asString("")).isEqualTo("monitoring");
        assertThat(suite.monitoring.seen()).hasSize(1);
    }

    @Test
    void a_service_that_is_down_is_named_and_another_goes_on() {
        suite.monitoring.close();
        HttpResponse<String> answer = get("/divisions");
        assertProblem(answer, 503, "gateway.service-unavailable");
        assertThat(json(answer).path("service").asString("")).isEqualTo("monitoring");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(suite.get("/api/employment/public/x").statusCode()).isEqualTo(200);
    }

    @Test
    void after_failures_the_service_is_left_alone_and_after_a_pause_tried_again() {
        for (int i = 0; i < 4; i++) {
            assertThat(get("/answer/503").statusCode()).isEqualTo(503);
        }
        suite.monitoring.forget();
        assertProblem(get("/divisions"), 503, "gateway.service-unavailable");
        assertThat(suite.monitoring.seen()).isEmpty();
        assertThat(figures()).contains(breaker("monitoring", State.OPEN));

        Instant last = Instant.now().plus(Duration.ofSeconds(10));
        while (get("/divisions").statusCode() != 200 && Instant.now().isBefore(last)) {
            Thread.onSpinWait();
        }
        assertThat(get("/divisions").statusCode()).isEqualTo(200);
        assertThat(figures()).contains(breaker("monitoring", State.CLOSED));
    }

    @Test
    void refusals_and_faults_of_one_address_do_not_close_a_service() {
        for (int status : new int[] {400, 401, 403, 404, 409, 422, 429, 500}) {
            for (int i = 0; i < 4; i++) {
                assertThat(get("/answer/" + status).statusCode()).isEqualTo(status);
            }
        }
        assertThat(get("/divisions").statusCode()).isEqualTo(200);
        assertThat(figures()).contains(breaker("monitoring", State.CLOSED));
    }

    private HttpResponse<String> get(String path) {
        return suite.get(AT + path);
    }

    private HttpResponse<String> post(String path) {
        return suite.send(suite.request(AT + path).POST(BodyPublishers.ofString("{}")));
    }

    private String figures() {
        return suite.figures();
    }

    private static String breaker(String service, State state) {
        return "resilience4j_circuitbreaker_state{name=\"%s\",state=\"%s\"} 1.0"
                .formatted(service, state.name().toLowerCase(Locale.ROOT));
    }

    private String withHalfABody() throws IOException {
        String half = "POST %s/reports HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100\r\n\r\nhalf".formatted(AT);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), suite.gateway.getPort())) {
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
