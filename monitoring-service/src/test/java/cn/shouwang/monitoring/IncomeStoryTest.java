package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One household's income from the sheet to the question what another line would do.
@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomeStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String HEAD = "00000000-0000-4000-8000-0000000000a1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String otherTown = ISSUER.token("zhen02", Role.TOWN_OFFICE, "440233102");
    private String position = "-1";

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
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
    void an_income_is_assessed_explained_and_held_against_another_line() throws Exception {
        var household = visited();
        var visit = "/households/" + household + "/identification/visit";
        assertThat(post(visit, sheet("lottery")).body()).contains("income.unknown-item");
        assertThat(post(visit, sheet("medical-relief")).statusCode()).isEqualTo(200);

        var entry = json("/households/" + household + "/income", village).at("/incomes/0");
        var income = entry.get("income");
        assertThat(income.at("/items/0/standing").asString()).isEqualTo("COUNTED");
        assertThat(income.at("/items/1/standing").asString()).isEqualTo("NEVER_COUNTED");
        assertThat(income.at("/items/1/proof/evidence/0").asString()).isEqualTo("2025-07");
        assertThat(income.get("perHeadFen").asLong()).isEqualTo(1_161_000);
        assertThat(income.at("/reference/fen").asLong()).isEqualTo(1_161_000 + 100_000 - 350_000);
        assertThat(income.at("/rule/items").asString()).isEqualTo("2021-01-01");
        assertThat(entry.get("differences").isEmpty()).isTrue();
        assertThat(get("/households/" + household + "/income", sister).statusCode())
                .isEqualTo(404);

        var before = service.getBean(Log.class).head();
        assertThat(movement("amountYuan=11609.99&on=2025-11-02")).isEqualTo("LEAVES");
        assertThat(movement("amountYuan=11610&on=2025-11-02")).isEqualTo("STAYS");
        assertThat(json("/lines/what-if?on=2025-11-01", town)
                        .at("/households/total")
                        .asInt())
                .isZero();
        var towns =
                json("/lines/what-if?amountYuan=6000&division=440233101", town).get("towns");
        assertThat(towns.get(0).get("leave").asInt()).isEqualTo(1);
        assertThat(towns.get(0).get("monitoredWhoLeave").asInt()).isZero();
        assertThat(json("/lines/what-if?amountYuan=6000", otherTown)
                        .at("/households/total")
                        .asInt())
                .isZero();
        assertThat(service.getBean(Log.class).head()).isEqualTo(before);
    }

    @Test
    void the_form_finds_its_items_by_place_and_day() throws Exception {
        assertThat(standing("2022-12-31")).isEqualTo("NOT_YET_COUNTED");
        assertThat(standing("2023-01-01")).isEqualTo("COUNTED");
    }

    private String standing(String day) throws Exception {
        for (var item : json("/income-items?division=440233&on=" + day, village).get("items")) {
            if (item.get("code").asString().equals("education-aid")) {
                return item.get("standing").asString();
            }
        }
        throw new AssertionError("no such item");
    }

    private String movement(String question) throws Exception {
        return json("/lines/what-if?" + question, town)
                .at("/households/items/0/movement")
                .asString();
    }

    private String visited() throws Exception {
        var household = JSON.readTree(post("/households", """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "2025-11-01"}""".formatted(
                                        VILLAGE,
                                        HEAD,
                                        Persons.of(Persons.MAN, Relation.HEAD)
                                                .document()
                                                .value()))
                        .body())
                .get("id")
                .asString();
        post("/households/" + household + "/identification", """
                {"visitBy": "2025-11-04", "on": "2025-11-01"}""");
        return household;
    }

    private static String sheet(String code) {
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "2024-11-01", "to": "2025-10-31", "claimYuan": 1000, "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"},
                   {"block": "TRANSFER_IN", "code": "%s", "amountYuan": 800, "source": "PAPER",
                    "proof": {"from": "2025-07-01", "to": "2025-07-31", "evidence": ["2025-07"]}}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "2025-11-02"}""".formatted(code, HEAD);
    }

    private JsonNode json(String path, String token) throws Exception {
        var answer = get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(
                request(path, token).header("Log-Position", position).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var answer = HTTP.send(
                request(path, village)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private static HttpRequest.Builder request(String path, String token) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
