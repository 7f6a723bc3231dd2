package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Processes of the pear service on one database, with a clock that can be moved, and callers.
final class Orchard implements AutoCloseable {

    static final String HOME = "440233101203";
    static final String SISTER = "440233101204";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Issuer issuer = new Issuer();
    private final MovableClock clock = new MovableClock();
    private final MongoDatabase database = Servers.freshDatabase();
    private ConfigurableApplicationContext service = run("one");
    private String position = "";

    final String clerk = issuer.token("clerk", Role.VILLAGE_COMMITTEE, HOME);
    final String sister = issuer.token("sister", Role.VILLAGE_COMMITTEE, SISTER);
    final String auditor = issuer.token("auditor", Role.AUDITOR, "440233");
    final String admin = issuer.token("admin", Role.SYSTEM_ADMIN, "440233");
    final String officer = issuer.token("officer", Role.COUNTY_OFFICER, "440233");
    final String stranger = issuer.token("stranger", Role.AUDITOR, "440281");

    ConfigurableApplicationContext run(String instance) {
        return new SpringApplicationBuilder(PearService.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBeanDefinition("movable", new RootBeanDefinition(Clock.class, () -> clock)))
                .properties(
                        "server.port=0",
                        "shouwang.instance=" + instance,
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "spring.mongodb.uri=" + Servers.uri(database),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoints.web.exposure.include=health,prometheus")
                .run();
    }

    void restart() {
        service.close();
        service = run("one");
    }

    ConfigurableApplicationContext service() {
        return service;
    }

    MongoDatabase database() {
        return database;
    }

    /// Lets a minute pass; the instant in the middle of it.
    Instant pause() {
        clock.forward(Duration.ofSeconds(30));
        var middle = clock.instant();
        clock.forward(Duration.ofSeconds(30));
        return middle;
    }

    Instant now() {
        return clock.instant();
    }

    String plant(String token, String division, LocalDate on) throws Exception {
        return id(post("/pears", token, "{\"division\": \"%s\", \"on\": \"%s\"}".formatted(division, on)));
    }

    void water(String pear, int litres) throws Exception {
        id(post("/pears/" + pear + "/water", clerk, "{\"litres\": " + litres + "}"));
    }

    private String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        position = answer.headers().firstValue("Log-Position").orElseThrow();
        return JSON.readTree(answer.body()).get("id").asString();
    }

    HttpResponse<String> post(String path, String token, String json) throws Exception {
        return HTTP.send(
                request(service, path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        return get(service, path, token);
    }

    HttpResponse<String> get(ConfigurableApplicationContext process, String path, String token) throws Exception {
        var request = request(process, path, token);
        if (!position.isEmpty()) {
            request.header("Log-Position", position);
        }
        return HTTP.send(request.GET().build(), BodyHandlers.ofString());
    }

    /// The body of an answer that is 200.
    String body(String path, String token) throws Exception {
        var answer = get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    JsonNode json(String path, String token) throws Exception {
        return JSON.readTree(body(path, token));
    }

    static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).path("code").asString();
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext process, String path, String token) {
        var port = process.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        service.close();
        issuer.close();
    }
}
