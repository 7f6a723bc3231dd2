package cn.shouwang.pear;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.EarlierLog;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// What a service makes of an event that was stored as one and is read as two: a pear that was planted
/// and watered with four litres, at position 0.
@SuppressWarnings("NullAway.Init") // filled before each test
class SplitEventTest {

    private static final String VILLAGE = "440233101203";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MongoDatabase database = Servers.freshDatabase();
    private final Issuer issuer = new Issuer();
    private final String clerk = issuer.token("clerk", Role.VILLAGE_COMMITTEE, VILLAGE);
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        try (var log = new EarlierLog(database)) {
            log.append("Pear", "old-pear", 0, "pear.planted-and-watered", "1", """
                    {"pear": "old-pear", "division": "440233101203", "on": "2025-03-01", "litres": 4}""", Actor.SYSTEM);
        }
        service = run();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(PearService.class)
                .properties(
                        "server.port=0",
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

    @AfterEach
    void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void rows_have_seen_both_halves() throws Exception {
        assertThat(litres(0)).isEqualTo(4);
    }

    @Test
    void a_decision_knows_both_halves_and_goes_on_behind_what_is_stored() throws Exception {
        assertThat(water(7).statusCode()).isEqualTo(409);
        assertThat(water(6).body()).contains("\"position\":1");
        assertThat(litres(1)).isEqualTo(10);
        var second = Objects.requireNonNull(
                database.getCollection("log").find(eq("_id", 1L)).first());
        assertThat(second)
                .containsEntry("stream", "old-pear")
                .extracting(commit -> ((Number) commit.get("sequence")).longValue())
                .isEqualTo(1L);
    }

    @Test
    void halves_that_are_delivered_again_change_nothing() throws Exception {
        water(1);
        assertThat(litres(1)).isEqualTo(5);
        service.close();
        database.getCollection("readers").drop(); // where the readers were is lost, what they wrote is not
        service = run();
        assertThat(litres(1)).isEqualTo(5);
        assertThat(water(1).statusCode()).isEqualTo(200);
        assertThat(litres(2)).isEqualTo(6);
    }

    @Test
    void a_second_half_that_a_crash_cut_off_is_made_up_for() throws Exception {
        assertThat(litres(0)).isEqualTo(4);
        service.close();
        database.getCollection("readers").drop();
        var rows = database.getCollection("basket_v1");
        rows.replaceOne(
                eq("_id", "old-pear"),
                new Document("division", VILLAGE)
                        .append("on", "2025-03-01")
                        .append("litres", 0)
                        .append("at", 0L)); // as it stood when the first half alone was written
        service = run();
        assertThat(litres(0)).isEqualTo(4);
    }

    @Test
    void rows_built_anew_come_out_the_same() throws Exception {
        water(2);
        assertThat(litres(1)).isEqualTo(6);
        var before = database.getCollection("basket_v1").find().first();
        service.close();
        database.getCollection("readers").drop();
        database.getCollection("basket_v1").drop();
        service = run();
        assertThat(litres(1)).isEqualTo(6);
        assertThat(database.getCollection("basket_v1").find().first()).isEqualTo(before);
    }

    private int litres(long position) throws Exception {
        var row = send(request("/basket/old-pear").header("Log-Position", Long.toString(position)));
        assertThat(row.statusCode()).as(row.body()).isEqualTo(200);
        return Integer.parseInt(row.body().replaceAll(".*\"litres\":(\\d+).*", "$1"));
    }

    private HttpResponse<String> water(int litres) throws Exception {
        return send(request("/pears/old-pear/water")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"litres\": " + litres + "}")));
    }

    private HttpRequest.Builder request(String path) {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + clerk);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
