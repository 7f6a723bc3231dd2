package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running service of a story's own, and what the story asks it over HTTP.
///
/// Every question waits until what the story's last act wrote can be read; what the service does by itself
/// is awaited with [#eventually]. An empty token asks as somebody who is not signed in.
final class Calls implements AutoCloseable {

    /// An answer: its status and its body as JSON.
    record Answer(int status, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        Answer accepted() {
            assertThat(status).as(text).isBetween(200, 201);
            return this;
        }

        String id() {
            return accepted().json().get("id").asString();
        }

        /// The code of a refusal; empty for what was accepted.
        String code() {
            return json().path("code").asString("");
        }

        void refused(String code) {
            assertThat(code()).as(text).isEqualTo(code);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Issuer issuer;
    private final String log;
    private final ConfigurableApplicationContext service;
    private String position = "0";

    private Calls(Issuer issuer, String log, ConfigurableApplicationContext service) {
        this.issuer = issuer;
        this.log = log;
        this.service = service;
    }

    /// Starts a service with an empty log. `settings` are properties, `name=value`.
    static Calls start(String... settings) {
        return on(Servers.uri(Servers.freshDatabase()), new Issuer(), settings);
    }

    private static Calls on(String log, Issuer issuer, String... settings) {
        var given = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "spring.mongodb.uri=" + log,
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri()),
                Stream.of(settings));
        var service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(given.map("--"::concat).toArray(String[]::new));
        return new Calls(issuer, log, service);
    }

    /// Another service on the same log and with the same accounts, beside this one.
    Calls another(String... settings) {
        var other = on(log, issuer, settings);
        other.position = position;
        return other;
    }

    /// Ends this service and starts it again on what it has stored.
    Calls restarted(String... settings) {
        service.close();
        http.close();
        return another(settings);
    }

    String token(String account, Role role, String division) {
        return issuer.token(account, role, division);
    }

    /// The village's day, by the clock of the service.
    LocalDate today() {
        return LocalDate.now(service.getBean(Clock.class));
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    Answer post(String path, String token, String json) {
        return sent(request(path, token), "application/json", BodyPublishers.ofString(json));
    }

    /// Posts as a device does that sends again what it got no answer to.
    Answer post(String path, String token, String json, String key) {
        var request = request(path, token).header("Idempotency-Key", key);
        return sent(request, "application/json", BodyPublishers.ofString(json));
    }

    /// Sends a bare file.
    Answer file(String path, String token, String type, String text) {
        return sent(request(path, token), type, BodyPublishers.ofString(text));
    }

    Answer file(String path, String token, String type, byte[] bytes) {
        return sent(request(path, token), type, BodyPublishers.ofByteArray(bytes));
    }

    private Answer sent(HttpRequest.Builder request, String type, BodyPublisher body) {
        var answer = send(request.header("Content-Type", type).POST(body), BodyHandlers.ofString());
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return new Answer(answer.statusCode(), answer.body());
    }

    /// Asks, whatever comes of it.
    Answer ask(String path, String token) {
        return askAt(position, path, token);
    }

    /// Asks for what there was at that position of the log.
    Answer askAt(String position, String path, String token) {
        var answer = send(request(path, token).header("Log-Position", position), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    JsonNode get(String path, String token) {
        return ask(path, token).accepted().json();
    }

    List<JsonNode> items(String path, String token) {
        return get(path, token).get("items").valueStream().toList();
    }

    byte[] download(String path, String token) {
        var answer = send(request(path, token).header("Log-Position", position), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /// An answer that goes on, to be read while it comes; whoever asked closes it.
    HttpResponse<InputStream> listen(String path, String token) {
        return send(request(path, token).header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
    }

    /// The answer once it fits: what follows from an act by itself comes a moment later.
    JsonNode eventually(String path, String token, Predicate<JsonNode> fits) {
        return await(path).atMost(PATIENCE).until(() -> get(path, token), fits);
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
        issuer.close();
        http.close();
    }
}
