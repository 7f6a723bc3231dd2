package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case that an earlier version of this service began: the log holds `identification.opened` 1, which
/// also assigned the visit, and `identification.town-review-passed` 1, which did not say who saw what.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class EarlierFormsStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String HEAD = "00000000-0000-4000-8000-000000000001";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final Actor COMMITTEE = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Issuer issuer = new Issuer();
    private final MongoDatabase database = Servers.freshDatabase();
    private final String village = issuer.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String county = issuer.token("xian01", Role.COUNTY_OFFICER, "440233");
    private ConfigurableApplicationContext service;
    private String household;
    private long position;

    @BeforeEach
    void begin() throws Exception {
        service = run();
        household = JSON.readTree(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "phone": "13800000000", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(
                        VILLAGE,
                        HEAD,
                        Persons.of(Persons.MAN, Relation.HEAD).document().value(),
                        FIRST)))
                .get("id")
                .asString();
        earlier(COMMITTEE, 0, "identification.opened", """
                {"household": "%s", "division": "%s", "cycle": 1, "baseType": "ORDINARY", "clue": null,
                 "visitBy": "2025-11-04", "decideBy": "2025-11-16", "on": "2025-11-01"}""".formatted(household, VILLAGE));
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.mongodb.uri=" + Servers.uri(database),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri());
    }

    @AfterEach
    void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void what_was_one_event_is_two_lines_of_the_timeline_and_one_case_to_be_visited() throws Exception {
        assertThat(timeline())
                .endsWith("identification.opened 2025-11-01 cun01", "identification.visit-assigned 2025-11-01 cun01");
        var first = file().get("cycles").get(0);
        assertThat(first.get("visitBy").asString()).isEqualTo("2025-11-04");
        assertThat(first.get("decideBy").asString()).isEqualTo("2025-11-16");
        assertThat(first.get("lastStep").asString()).isEqualTo("identification.visit-assigned");
        var todo = get("/todo", village).get("items").get(0);
        assertThat(todo.get("step").asString()).isEqualTo("VISIT");
        assertThat(todo.get("dueOn").asString()).isEqualTo("2025-11-04");
    }

    @Test
    void the_case_goes_on_to_its_end_and_everything_built_anew_is_the_same() throws Exception {
        step("/visit", village, visit());
        step("/authorization", village, """
                {"signer": "%s", "how": "SIGNATURE", "filledByHelper": false, "on": "2025-11-02"}""".formatted(HEAD));
        step("/appraisal", village, """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                 "category": "MARGINAL", "risks": ["ILLNESS"], "minutes": "评议01", "on": "2025-11-03"}""");
        step("/publicity", village, """
                {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "2025-11-04"}""");
        step("/publicity-end", village, """
                {"on": "2025-11-09"}""");
        earlier(TOWN, 6, "identification.town-review-passed", """
                {"household": "%s", "division": "%s", "cycle": 1, "opinion": "", "reviewer": "zhen01",
                 "on": "2025-11-10"}""".formatted(household, VILLAGE));
        step("/determination", county, """
                {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "2025-11-12"}""");

        assertThat(file().get("cycles").get(0).get("townReview").toString())
                .isEqualTo("{\"passed\":true,\"on\":\"2025-11-10\",\"sampled\":false}");
        var before = List.of(file(), get("/roster", county), timeline(), get("/todo", county));
        service.close();
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.equals("readers") || name.matches(".*_v\\d+"))
                .forEach(name -> database.getCollection(name).drop());
        service = run();
        assertThat(List.of(file(), get("/roster", county), timeline(), get("/todo", county)))
                .isEqualTo(before);
    }

    private void earlier(Actor actor, long sequence, String name, String json) {
        try (var log = new EarlierLog(database)) {
            position = log.append("Identification", "identification-" + household, sequence, name, "1", json, actor);
        }
    }

    private List<String> timeline() throws Exception {
        var lines = new ArrayList<String>();
        for (var line :
                get("/households/" + household + "/timeline?size=100", village).get("items")) {
            if (line.get("name").asString().startsWith("quality.")) {
                continue; // these come when their reader gets there
            }
            lines.add("%s %s %s"
                    .formatted(
                            line.get("name").asString(),
                            line.get("on").asString(),
                            line.get("actor").asString()));
        }
        return lines;
    }

    private JsonNode file() throws Exception {
        return get("/households/" + household + "/file", village);
    }

    private static String visit() {
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "2024-11-01", "to": "2025-10-31", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "2025-11-02"}""".formatted(HEAD);
    }

    private void step(String step, String token, String body) throws Exception {
        post("/households/" + household + "/identification" + step, token, body);
    }

    private String post(String path, String token, String body) throws Exception {
        var answer = send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        position = Long.parseLong(answer.headers().firstValue("Log-Position").orElseThrow());
        return answer.body();
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(request(path, token).header("Log-Position", Long.toString(position)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer());
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
