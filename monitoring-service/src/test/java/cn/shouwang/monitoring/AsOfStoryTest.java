package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the lists and files of this service said at a moment is what they say of that moment later, until
/// somebody is forgotten.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsOfStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static final MovableClock CLOCK = new MovableClock();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String head = ISSUER.token("xian09", Role.COUNTY_LEADER, "440233");
    private final String auditor = ISSUER.token("shen01", Role.AUDITOR, "440233");
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
    void every_list_and_file_of_a_past_moment_is_what_was_answered_then() throws Exception {
        var member = UUID.randomUUID().toString();
        var household = register(member, "林守一", "999999197001010010", FIRST);
        register(UUID.randomUUID().toString(), "林守二", "999999197001010020", FIRST);
        var clue = clue();
        accepted(post("/households/" + household + "/identification", village, """
                {"clue": "%s", "visitBy": "%s", "on": "%s"}""".formatted(
                        clue, FIRST.plusDays(3), FIRST)));
        accepted(post("/households/" + household + "/identification/visit", village, visit(member, FIRST.plusDays(1))));

        var paths = List.of(
                "/households?size=200",
                "/roster?size=200",
                "/clues?size=200",
                "/clues/" + clue,
                "/todo?size=200",
                "/reports?size=200",
                "/duplicates?size=200",
                "/households/" + household + "/file",
                "/households/" + household + "/timeline?size=200");
        var then = new LinkedHashMap<String, String>();
        for (var path : paths) {
            then.put(path, body(path, village));
        }
        var moment = pause();

        correct(household, member, "林守乙", "999999197001010010");
        accepted(post("/households/" + household + "/identification/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(
                        member, FIRST.plusDays(1))));
        register(UUID.randomUUID().toString(), "林守三", "999999197001010030", FIRST);
        clue();
        assertThat(body("/households/" + household + "/file", village))
                .isNotEqualTo(then.get("/households/" + household + "/file"));

        for (var path : paths) {
            var asOf = path + (path.contains("?") ? "&" : "?") + "asOf=" + moment;
            assertThat(body(asOf, village)).as(path).isEqualTo(then.get(path));
            pause();
            clue();
            assertThat(body(asOf, village)).as(path + " again").isEqualTo(then.get(path));
        }
        var file = "/households/" + household + "/file?asOf=" + moment;
        assertThat(send(request(file, sister).GET()).statusCode()).isEqualTo(404);
        assertThat(body("/households?asOf=" + moment, sister)).contains("\"items\":[],\"total\":0");
        assertThat(code(send(request("/households/" + household + "/readings?asOf=" + moment, village)
                        .GET())))
                .isEqualTo("as-of.not-here");
    }

    @Test
    void a_day_shows_the_register_as_it_was_true_whenever_it_was_entered() throws Exception {
        var early = register(UUID.randomUUID().toString(), "林守四", "999999197001010040", FIRST.minusYears(1));
        var late = register(UUID.randomUUID().toString(), "林守五", "999999197001010050", FIRST);
        pause();
        var day = body("/households?size=200&asOfDay=" + FIRST.minusDays(1), village);
        assertThat(day).contains(early).doesNotContain(late);
        assertThat(body("/households?size=200&asOfDay=" + FIRST, village)).contains(early, late);
    }

    @Test
    void whoever_is_forgotten_is_forgotten_as_of_the_past_and_it_is_told_when() throws Exception {
        var member = UUID.randomUUID().toString();
        var household = register(member, "欧阳忘川", "999999197001010060", FIRST);
        var moment = pause();
        var file = "/households/" + household + "/file?asOf=" + moment;
        var list = "/households?size=200&asOf=" + moment;
        assertThat(body(file, village)).contains("欧**川", "999999********006");
        assertThat(body(list, village)).contains("欧**川");
        var state = "/subjects/" + household + "/as-of?asOf=" + moment;
        assertThat(fields(json(state, auditor)))
                .contains("member." + member + ".person.name=sealed", "member." + member + ".person.relation=HEAD");
        assertThat(json(state, auditor).get("forgotten")).isEmpty();

        var erasure = JSON.readTree(
                        accepted(post("/households/" + household + "/members/" + member + "/erasures", county, """
                {"ground": "UNLAWFUL", "reason": "试验"}"""))
                                .body())
                .get("id")
                .asString();
        accepted(post("/erasures/" + erasure + "/approval", head, ""));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(body("/erasures?state=CARRIED_OUT", head))
                .contains(erasure));

        assertThat(body(file, village)).doesNotContain("欧", "999999").contains(household, member);
        assertThat(body(list, village)).doesNotContain("欧").contains(household);
        var told = json(state, auditor);
        assertThat(fields(told))
                .contains("member." + member + ".person.name=forgotten", "member." + member + ".person.relation=HEAD");
        assertThat(told.get("forgotten").get(0).get("erasure").asString()).isEqualTo(erasure);
        assertThat(told.get("forgotten").get(0).get("subjects").toString()).contains(member);
        assertThat(told.get("forgotten").get(0).get("carriedOutAt").asString()).isNotBlank();
        assertThat(told.toString()).doesNotContain("欧", "999999");
        var history = json("/history?about=" + member, auditor);
        assertThat(history.toString()).contains("erasure.approved").doesNotContain("欧", "999999");
    }

    private static List<String> fields(JsonNode state) {
        return state.get("fields")
                .valueStream()
                .map(field ->
                        field.get("field").asString() + "=" + field.get("value").asString(""))
                .toList();
    }

    /// Lets a minute pass; the instant in the middle of it.
    private static Instant pause() {
        CLOCK.forward(Duration.ofSeconds(30));
        var middle = CLOCK.instant();
        CLOCK.forward(Duration.ofSeconds(30));
        return middle;
    }

    private String register(String member, String name, String digits, LocalDate on) throws Exception {
        return JSON.readTree(
                        accepted(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "phone": "13800000000", "members": [
                  {"member": "%s", "person": %s}], "on": "%s"}""".formatted(VILLAGE, member, person(name, digits), on)))
                                .body())
                .get("id")
                .asString();
    }

    private void correct(String household, String member, String name, String digits) throws Exception {
        accepted(post("/households/" + household + "/members/" + member + "/correction", village, """
                {"person": %s, "on": "%s"}""".formatted(
                        person(name, digits), FIRST)));
    }

    private static String person(String name, String digits) {
        return """
                {"name": "%s", "document": "%s", "relation": "HEAD", "labour": "ORDINARY", "health": ["CHRONIC"],
                 "student": false}""".formatted(name, Persons.of(digits, Relation.HEAD).document().value());
    }

    private String clue() throws Exception {
        return JSON.readTree(accepted(post("/clues", village, """
                {"village": "%s", "channel": "GRASSROOTS_CHECK", "risks": ["ILLNESS"], "evidence": "走访发现",
                 "on": "%s"}""".formatted(VILLAGE, FIRST)))
                        .body())
                .get("id")
                .asString();
    }

    private static String visit(String member, LocalDate on) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(from, from.plusMonths(12).minusDays(1), member, on);
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString();
    }

    private JsonNode json(String path, String token) throws Exception {
        return JSON.readTree(body(path, token));
    }

    private String body(String path, String token) throws Exception {
        return accepted(send(
                        request(path, token).header("Log-Position", position).GET()))
                .body();
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        var answer = send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
