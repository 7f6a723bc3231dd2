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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A town's policy and its incentive on their way to a household, and a year's duties, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolboxStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String TOWN = "440233101";
    private static final String HEAD = "00000000-0000-4000-8000-000000000001";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, TOWN);
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String leader = ISSUER.token("xian02", Role.COUNTY_LEADER, "440233");
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
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
    void a_policy_is_proposed_with_its_reasons_confirmed_and_its_reasons_forgotten_with_a_member() throws Exception {
        var fault = JSON.readTree(post("/policies/checks", town, """
                {"eligibility": "labour > 'one'"}""").body());
        assertThat(fault.at("/faults/0/column").asInt()).isEqualTo(8);
        assertThat(code(post("/policies", town, policy("labour > 'one'")))).isEqualTo("toolbox.eligibility-faulty");
        accepted(post("/policies", town, policy("labour > 0 && chronicallyIll > 0 && ages.exists(age, age > 50)")));
        var published = JSON.readTree(
                send(request("/public/policies?division=" + VILLAGE, "")).body());
        assertThat(published.get(0).get("title").asString()).isEqualTo("慢病护理补助");

        var household = register();
        var matches = "/households/" + household + "/matches";
        accepted(post(matches, village, ""));
        assertThat(code(post(matches, village, ""))).isEqualTo("match.nothing-new");
        var proposal = get(matches, town).at("/items/0");
        assertThat(proposal.get("version").asInt()).isEqualTo(1);
        assertThat(proposal.at("/facts/labour").asString()).isEqualTo("1");
        assertThat(proposal.at("/facts/chronicallyIll").asString()).isEqualTo("1");
        assertThat(proposal.get("facts").size()).isEqualTo(3);
        assertThat(send(request(matches, sister)).statusCode()).isEqualTo(404);

        assertThat(get("/todo?size=200", town).toString()).contains("CONFIRM_MATCH");
        accepted(post(matches + "/1/confirmation", town, on(today())));
        assertThat(get("/todo?size=200", town).toString()).doesNotContain("CONFIRM_MATCH");
        assertThat(get("/matches?state=CONFIRMED", county)
                        .at("/items/0/decidedBy")
                        .asString())
                .isEqualTo("zhen01");

        var slip = slip(household);
        assertThat(get("/households/" + household + "/timeline", village).toString())
                .contains("提出政策建议", "确认享受政策", "核定激励数量", "计算激励金额");

        forget(household);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var forgotten = get(matches, town).at("/items/0");
            assertThat(forgotten.get("forgotten").asBoolean()).isTrue();
            assertThat(forgotten.get("facts").size()).isEqualTo(1);
            assertThat(get(slip, town).at("/quantities/0/evidence").asString()).isEqualTo("已删除");
        });
    }

    /// Five months are paid from the first on at 100 yuan; the path of the slip.
    private String slip(String household) throws Exception {
        accepted(post("/incentive-rules", town, """
                {"division": "%s", "terms": {"title": "务工奖补", "unit": "WORK_MONTHS", "per": 1,
                 "tiers": [{"from": 0, "rateFen": 10000}], "capFen": 40000, "from": "2025-01-01", "source": "试2号"},
                 "on": "2025-01-01"}""".formatted(TOWN)));
        var path = "/households/" + household + "/incentives/2025";
        accepted(post(path + "/quantities", village, """
                {"unit": "WORK_MONTHS", "amount": 5, "evidence": "张三开的证明", "on": "2025-11-01"}"""));
        accepted(post(path + "/computations", town, ""));
        var slip = get(path, village);
        assertThat(slip.get("totalFen").asLong()).isEqualTo(40_000);
        var line = slip.at("/computations/0/lines/0");
        assertThat(line.get("source").asString()).isEqualTo("incentive-" + household + "-2025@0");
        assertThat(line.get("amountFen").asLong()).isEqualTo(50_000);
        assertThat(line.get("cutFen").asLong()).isEqualTo(10_000);
        assertThat(send(request(path, sister)).statusCode()).isEqualTo(404);
        return path;
    }

    @Test
    void a_years_duties_are_handed_out_reported_and_confirmed_by_another() throws Exception {
        var year = """
                {"county": "440233", "year": 2024, "on": "2024-02-01"}""";
        accepted(post("/duties", county, year));
        assertThat(code(post("/duties", county, year))).isEqualTo("duty.already-issued");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        get("/duties?year=2024", county).get("total").asInt())
                .isEqualTo(7 * 3 + 4 + 7));
        assertThat(get("/duties?year=2024&overdue=true", town).get("total").asInt())
                .isEqualTo(3);

        var duty = "/duties/duty-2024-440233101-TOWN-make-key-task";
        assertThat(code(post(duty + "/report", county, report()))).isEqualTo("duty.not-yours");
        accepted(post(duty + "/report", town, report()));
        assertThat(get("/todo?size=200", county).toString()).contains("CONFIRM_DUTY");
        accepted(post(duty + "/confirmation", county, on(LocalDate.of(2024, 3, 2))));
        assertThat(get("/duties?year=2024&state=CONFIRMED", town)
                        .at("/items/0/late")
                        .asBoolean(true))
                .isFalse();
    }

    private String register() throws Exception {
        var answer = post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "2025-11-01"}""".formatted(
                VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD).document().value()));
        accepted(answer);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private void forget(String household) throws Exception {
        var asked = post("/households/" + household + "/members/" + HEAD + "/erasures", county, """
                {"ground": "CONSENT_WITHDRAWN", "reason": "本人申请"}""");
        accepted(asked);
        var erasure = JSON.readTree(asked.body()).get("id").asString();
        accepted(post("/erasures/" + erasure + "/approval", leader, ""));
    }

    private static String policy(String eligibility) {
        return """
                {"division": "%s", "terms": {"title": "慢病护理补助", "family": "HEALTH", "risks": ["ILLNESS"],
                 "eligibility": "%s", "amountYuan": 300.00, "unit": "户", "standard": "每户300元", "documents": ["户口簿"],
                 "window": "镇便民服务中心", "from": "2025-01-01", "source": "试1号"}, "on": "2025-01-01"}""".formatted(TOWN, eligibility);
    }

    private static String report() {
        return """
                {"evidence": "镇党委会议纪要4号", "on": "2024-03-01"}""";
    }

    private static LocalDate today() {
        return LocalDate.now(service.getBean(Clock.class));
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString();
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(request(path, token).header("Log-Position", position));
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
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
