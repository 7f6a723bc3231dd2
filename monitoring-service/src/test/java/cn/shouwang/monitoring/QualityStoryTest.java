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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Doubtful data from the entry to the end, over HTTP: found by the software, assigned, put right,
/// explained, forgotten.
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityStoryTest {

    private static final String VILLAGE = "440233101203";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String head = ISSUER.token("xian09", Role.COUNTY_LEADER, "440233");
    private String position = "";

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
    void an_assigned_issue_is_work_until_the_register_is_right() throws Exception {
        var son = UUID.randomUUID().toString();
        var household = register(son, "DAUGHTER", "999999200105060031");
        var issue = found(household, "Q03", "OPEN");
        assertThat(issue.get("sentence").asString()).isEqualTo("与户主关系和性别不符");
        assertThat(issue.get("member").asString()).isEqualTo(son);

        act(household, issue, "assignment", """
                {"office": "%s", "dueOn": "%s", "on": "%s"}""".formatted(VILLAGE, today.plusDays(7), today));
        assertThat(body("/todo", village)).contains("CORRECT_DATA", household);
        assertThat(body("/households/" + household + "/timeline", village)).contains("发现数据疑点", "交办数据疑点");

        accepted(post("/households/" + household + "/members/" + son + "/correction", village, """
                {"person": %s, "on": "%s"}""".formatted(
                        person("SON", "999999200105060031"), today)));
        found(household, "Q03", "FIXED");
        assertThat(body("/todo", village)).doesNotContain(household);
        assertThat(summary("Q03", "fixed")).isPositive();
    }

    @Test
    void an_explained_issue_stays_closed_and_its_words_go_with_whoever_is_forgotten() throws Exception {
        var son = UUID.randomUUID().toString();
        var household = register(son, "DAUGHTER", "999999200105060051");
        var issue = found(household, "Q03", "OPEN");
        act(household, issue, "explanation", """
                {"reason": "户口簿如此登记", "on": "%s"}""".formatted(today));
        assertThat(found(household, "Q03", "EXPLAINED").get("reason").asString())
                .isEqualTo("户口簿如此登记");

        var erasure = JSON.readTree(
                        accepted(post("/households/" + household + "/members/" + son + "/erasures", county, """
                {"ground": "UNLAWFUL", "reason": "试验"}"""))
                                .body())
                .get("id")
                .asString();
        accepted(post("/erasures/" + erasure + "/approval", head, ""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body("/quality/issues?household=" + household, town))
                        .contains("已删除")
                        .doesNotContain("户口簿"));
    }

    private JsonNode found(String household, String rule, String state) {
        var path =
                "/quality/issues?household=%s&rule=%s&state=%s&division=%s".formatted(household, rule, state, VILLAGE);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> JSON.readTree(body(path, town)).at("/items/0"), item -> !item.isMissingNode());
    }

    private int summary(String rule, String figure) throws Exception {
        return JSON.readTree(body("/quality/summary?size=200", county))
                .get("items")
                .valueStream()
                .filter(line -> line.get("rule").asString().equals(rule)
                        && line.get("division").asString().equals("440233101"))
                .mapToInt(line -> line.get(figure).asInt())
                .sum();
    }

    private void act(String household, JsonNode issue, String act, String body) throws Exception {
        accepted(post("/quality/issues/" + household + "/" + issue.get("issue").asInt() + "/" + act, town, body));
    }

    private String register(String son, String relation, String digits) throws Exception {
        return JSON.readTree(accepted(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [{"person": %s},
                  {"member": "%s", "person": %s}], "on": "%s"}""".formatted(
                                VILLAGE, person("HEAD", "999999197001010010"), son, person(relation, digits), today)))
                        .body())
                .get("id")
                .asString();
    }

    private static String person(String relation, String digits) {
        return """
                {"name": "林守一", "document": "%s", "relation": "%s", "labour": "ORDINARY", "health": ["CHRONIC"],
                 "student": false}""".formatted(Persons.of(digits, Relation.HEAD).document().value(), relation);
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
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
