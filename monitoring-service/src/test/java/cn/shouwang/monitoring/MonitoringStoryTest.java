package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One household's way through the procedure, over HTTP, with the read models it leaves behind.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitoringStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String HEAD = "00000000-0000-4000-8000-000000000001";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private String position = "";

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--shouwang.board.grace-days=100000", // the story is of last year
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
    void a_household_reported_as_a_clue_is_monitored_and_everyone_sees_their_part() throws Exception {
        var clue = id(post("/clues", village, """
                {"village": "%s", "channel": "GRASSROOTS_CHECK", "risks": ["ILLNESS"], "evidence": "走访发现", "on": "%s"}""".formatted(VILLAGE, FIRST)));
        var household = register();
        var steps = "/households/" + household + "/identification";

        assertThat(post(steps, sister, open(clue)).statusCode()).isEqualTo(403);
        accepted(post(steps, village, open(clue)));
        assertThat(code(post(steps, village, open(clue)))).isEqualTo("identification.already-open");
        assertThat(todo(village, "CASE").get("step").asString()).isEqualTo("VISIT");

        accepted(post(steps + "/visit", village, visit(FIRST.plusDays(1))));
        accepted(post(steps + "/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(HEAD, FIRST.plusDays(1))));
        accepted(post(steps + "/appraisal", village, """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                 "category": "MARGINAL", "risks": ["ILLNESS", "LABOUR_SHORTAGE"], "minutes": "评议01", "on": "%s"}""".formatted(FIRST.plusDays(2))));
        assertThat(code(post(steps + "/publicity", village, notice("电话 13800000000"))))
                .isEqualTo("identification.notice-shows-phone");
        accepted(post(steps + "/publicity", village, notice("拟纳入监测一户，公示五天。")));

        var board = get("/public/publicity?village=" + VILLAGE, "");
        assertThat(board.get(0).get("head").asString()).isEqualTo("林*一");
        assertThat(board.get(0).get("members").asInt()).isEqualTo(1);

        accepted(post(steps + "/objections", village, """
                {"by": "VILLAGER", "text": "该户有车", "on": "%s"}""".formatted(FIRST.plusDays(4))));
        assertThat(todo(town, "OBJECTION").get("objection").asInt()).isEqualTo(1);
        accepted(post(steps + "/objections/1/resolution", village, """
                {"outcome": "DISMISSED", "explanation": "车辆非该户所有", "on": "%s"}""".formatted(FIRST.plusDays(5))));
        assertThat(code(post(steps + "/publicity-end", village, on(FIRST.plusDays(7)))))
                .isEqualTo("identification.publicity-too-short");
        accepted(post(steps + "/publicity-end", village, on(FIRST.plusDays(8))));
        assertThat(get("/public/publicity?village=" + VILLAGE, "").size()).isZero();
        accepted(post(steps + "/town-review", town, """
                {"opinion": "同意", "on": "%s"}""".formatted(FIRST.plusDays(9))));
        assertThat(todo(county, "CASE").get("step").asString()).isEqualTo("DETERMINE");
        accepted(post(steps + "/determination", county, """
                {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "%s"}""".formatted(FIRST.plusDays(10))));
        accepted(post(steps + "/announcement", town, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(FIRST.plusDays(11))));

        var roster = get("/roster?category=MARGINAL&risk=ILLNESS&town=440233101", county);
        assertThat(roster.get("total").asInt()).isEqualTo(1);
        assertThat(roster.get("items").get(0).get("incomePerHeadFen").asLong()).isEqualTo(1_161_000);
        assertThat(get("/roster", sister).get("total").asInt()).isZero();

        var file = get("/households/" + household + "/file", village);
        assertThat(file.get("members").get(0).get("document").asString()).isEqualTo("999999********0017");
        assertThat(file.get("cycles").get(0).get("lastStep").asString()).isEqualTo("identification.result-announced");
        assertThat(send(request("/households/" + household + "/file", sister).GET())
                        .statusCode())
                .isEqualTo(404);

        var timeline = get("/households/" + household + "/timeline?size=200", village);
        assertThat(timeline.get("items").valueStream().map(event -> event.get("name")
                        .asString()))
                .filteredOn(name -> !name.startsWith("quality.")) // these come when their reader gets there
                .hasSize(14);
        assertThat(timeline.get("items").get(0).get("words").asString()).isEqualTo("建立农户档案");
        assertThat(timeline.toString()).doesNotContain("林守一", "9999991970", "该户有车");
        assertThat(send(request("/households/" + household + "/timeline", sister)
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_household_nobody_registered_is_not_found() throws Exception {
        var nobody = "/households/" + UUID.randomUUID();
        assertThat(post(nobody + "/identification", village, open(null)).statusCode())
                .isEqualTo(404);
        register();
        assertThat(send(request(nobody + "/file", village)
                                .header("Log-Position", position)
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void bad_input_is_told_by_code_and_stores_nothing() throws Exception {
        var three = visit(FIRST.plusDays(1)).replace("11610.00", "11610.001");
        assertThat(post("/households/" + register() + "/identification/visit", village, three)
                        .statusCode())
                .isEqualTo(400);
        var wrong = registration().replace("9999991970010100", "9999991970010101");
        var refused = post("/households", village, wrong);
        assertThat(code(refused)).isEqualTo("person.id-number-check-digit");
        assertThat(refused.body()).doesNotContain("999999");
        assertThat(post("/households", sister, registration()).statusCode()).isEqualTo(403);
    }

    private String register() throws Exception {
        return id(post("/households", village, registration()));
    }

    private static String registration() {
        return """
                {"village": "%s", "baseType": "ORDINARY", "phone": "13800000000", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(
                VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD).document().value(), FIRST);
    }

    private static String open(@Nullable String clue) {
        return """
                {"clue": %s, "visitBy": "%s", "on": "%s"}""".formatted(clue == null ? "null" : "\"" + clue + "\"", FIRST.plusDays(3), FIRST);
    }

    private static String visit(LocalDate on) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(from, from.plusMonths(12).minusDays(1), HEAD, on);
    }

    private static String notice(String text) {
        return """
                {"place": "村务公开栏", "notice": "%s", "on": "%s"}""".formatted(text, FIRST.plusDays(3));
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private JsonNode todo(String token, String kind) throws Exception {
        for (var item : get("/todo", token).get("items")) {
            if (item.get("kind").asString().equals(kind)) {
                return item;
            }
        }
        throw new AssertionError("nothing of kind " + kind + " to do");
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static String id(HttpResponse<String> answer) {
        accepted(answer);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString();
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(request(path, token).header("Log-Position", position).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        var answer = send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private static HttpRequest.Builder request(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
