package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.paper.Pdf;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// A household's file on paper, the posters, and how far self-report reaches, asked over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PapersStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static final MovableClock CLOCK = new MovableClock();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String head = ISSUER.token("zu01", Role.GROUP_LEADER, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private String position = "";

    @BeforeAll
    static void start() {
        ApplicationContextInitializer<GenericApplicationContext> clock =
                context -> context.registerBean("clock", java.time.Clock.class, () -> CLOCK);
        service = new SpringApplicationBuilder(MonitoringService.class)
                .initializers(clock)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void a_file_is_printed_for_whoever_may_see_it_and_as_of_the_past() throws Exception {
        var household = register("林守一", "999999197001010010");
        var path = "/households/" + household + "/file.pdf";
        var answer = get(path, village);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().allValues("Cache-Control")).anyMatch(value -> value.contains("no-store"));
        assertThat(new Pdf(answer.body()).text())
                .contains(household, "林*一", "打印账号cun01", "资料截至记录位置", "八、办理时间线", "建立农户档案")
                .doesNotContain("林守一", "13800000000");
        assertThat(new Pdf(get(path, head).body()).text()).contains("林*一").doesNotContain("办理时间线", "建立农户档案");
        assertThat(get(path, sister).statusCode()).isEqualTo(404);

        CLOCK.forward(Duration.ofSeconds(30));
        var moment = CLOCK.instant();
        CLOCK.forward(Duration.ofSeconds(30));
        register("林守二", "999999197001010020");
        var past = get(path + "?asOf=" + moment, village);
        assertThat(past.headers().firstValue("As-Of-Position")).isPresent();
        assertThat(new Pdf(past.body()).text())
                .contains("的记录，位置" + past.headers().firstValue("As-Of-Position").orElseThrow());
        assertThat(get("/households/" + UUID.randomUUID() + "/file.pdf", village)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void posters_are_refused_while_no_public_address_is_known() throws Exception {
        var answer = get("/posters", village);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("poster.no-public-address");
        assertThat(get("/posters?division=440233102", village).statusCode()).isEqualTo(404);
    }

    @Test
    void KPI11_counts_reports_and_villages_that_sent_none() throws Exception {
        post("/public/reports", village, """
                {"village": "%s", "name": "林守三", "phone": "13800000001", "members": 3, "reasons": ["ILLNESS"]}""".formatted(VILLAGE));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kpi11()).contains("way.QR"));
        var lines = kpi11();
        var items = JSON.readTree(lines).get("items");
        assertThat(items.valueStream()
                        .filter(line -> line.get("measure").asString().equals("way.QR"))
                        .map(line -> line.get("division").asString() + "="
                                + line.get("amount").asInt()))
                .containsExactly("440233101=1", VILLAGE + "=1");
        assertThat(items.valueStream()
                        .filter(line -> line.get("measure").asString().equals("village.silent")
                                && line.get("division").asString().equals(VILLAGE)))
                .isEmpty();
        assertThat(lines).contains("village.silent", "village.heard", "/reports?division=" + VILLAGE);
        assertThat(new String(get("/figures/KPI11?division=440233102", town).body(), StandardCharsets.UTF_8))
                .contains("\"items\":[]");
    }

    private String kpi11() throws Exception {
        return new String(
                get("/figures/KPI11?division=440233101&size=200", town).body(), StandardCharsets.UTF_8);
    }

    private String register(String name, String digits) throws Exception {
        var person =
                """
                {"name": "%s", "document": "%s", "relation": "HEAD", "labour": "ORDINARY", "health": ["CHRONIC"],
                 "student": false}""".formatted(name, Persons.of(digits, Relation.HEAD).document().value());
        return JSON.readTree(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "phone": "13800000000", "members": [
                  {"member": "%s", "person": %s}], "on": "%s"}""".formatted(VILLAGE, UUID.randomUUID(), person, FIRST))
                        .body())
                .get("id")
                .asString();
    }

    private HttpResponse<byte[]> get(String path, String token) throws Exception {
        return HTTP.send(
                request(path, token).header("Log-Position", position).GET().build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        var answer = HTTP.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private static HttpRequest.Builder request(String path, String token) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
