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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
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

/// Households on their way out of monitoring, over HTTP, with the lists and figures they leave behind.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final LocalDate LAST = LocalDate.of(2025, 10, 13);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
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
    void a_household_is_blocked_then_let_go_falls_back_and_comes_back_as_a_new_case() throws Exception {
        var household = determined(1, 1, FIRST);
        var removal = "/households/" + household + "/removal";

        accepted(post(removal, village, """
                {"mode": "NATURAL", "reason": "子女外出就业，收入稳定", "on": "%s"}""".formatted(LAST)));
        assertThat(todo(village, household).get("step").asString()).isEqualTo("VISIT_FOR_REMOVAL");
        accepted(post(removal + "/visit", village, visit(LAST, "11610.00", true, 1)));
        assertThat(missing(household)).containsOnlyKeys("ABOVE_LINE", "NO_NEW_RISK");
        assertThat(code(post(removal + "/appraisal", village, appraisal()))).isEqualTo("removal.out-of-order");

        accepted(post(removal + "/visit", village, visit(LAST.plusDays(1), "21610.00", false, 1)));
        assertThat(missing(household)).isEmpty();
        accepted(post(removal + "/appraisal", village, appraisal()));
        assertThat(code(post(removal + "/town-review", town, review()))).isEqualTo("removal.notice-missing");
        accepted(post(removal + "/notice", village, """
                {"place": "村务公开栏", "text": "拟消除风险一户，公示五天。", "on": "%s"}""".formatted(LAST.plusDays(3))));
        var board = get("/public/publicity?village=" + VILLAGE, "");
        assertThat(board.get(0).get("matter").asString()).isEqualTo("REMOVAL");
        accepted(post(removal + "/objections", village, """
                {"by": "VILLAGER", "text": "仍有困难", "on": "%s"}""".formatted(LAST.plusDays(4))));
        accepted(post(removal + "/objections/1/resolution", village, """
                {"upheld": false, "explanation": "不属实", "on": "%s"}""".formatted(LAST.plusDays(5))));
        accepted(post(removal + "/notice-end", village, on(LAST.plusDays(8))));
        accepted(post(removal + "/town-review", town, review()));
        accepted(post(removal + "/determination", county, """
                {"decisionNo": "新消〔01〕", "on": "%s"}""".formatted(LAST.plusDays(10))));
        accepted(post(removal + "/announcement", village, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(LAST.plusDays(11))));

        assertThat(get("/roster?town=" + VILLAGE, village).toString()).doesNotContain(household);
        var removed = get("/roster?monitoring=REMOVED&town=" + VILLAGE, village)
                .get("items")
                .get(0);
        assertThat(removed.get("household").asString()).isEqualTo(household);
        assertThat(removed.get("removalMode").asString()).isEqualTo("NATURAL");
        assertThat(figure("KPI07", VILLAGE)).containsEntry("removed.NATURAL", 1L);

        accepted(post(removal + "/reversion", county, """
                {"reason": "务工中断", "on": "%s"}""".formatted(LAST.plusDays(20))));
        assertThat(get("/roster?town=" + VILLAGE, village).toString()).contains(household);
        assertThat(figure("KPI07", VILLAGE)).containsEntry("reverted", 1L).doesNotContainKey("removed.NATURAL");
        assertThat(code(post("/households/" + household + "/identification", village, open(LAST.plusDays(21)))))
                .isEqualTo("identification.already-monitored");

        var file =
                get("/households/" + household + "/file", village).get("exits").get(0);
        assertThat(file.get("lastStep").asString()).isEqualTo("removal.reverted");
        assertThat(file.get("decision").get("checks").size()).isEqualTo(9);
        var timeline =
                get("/households/" + household + "/timeline?size=100", village).toString();
        assertThat(timeline).contains("风险消除条件不满足", "风险消除回退").doesNotContain("子女外出", "务工中断", "仍有困难");
    }

    @Test
    void with_assistance_a_household_is_let_go_only_once_a_measure_has_reached_it() throws Exception {
        var household = determined(4, 7, FIRST);
        var home = "/households/" + household;
        accepted(post(home + "/removal", village, """
                {"mode": "BY_ASSISTANCE", "on": "%s"}""".formatted(LAST)));
        accepted(post(home + "/removal/visit", village, visit(LAST, "21610.00", false, 7)));
        assertThat(missing(household)).isEqualTo(Map.of("MEASURE_IN_PLACE", "ILLNESS"));

        var measure = "00000000-0000-4000-8000-0000000000f7";
        accepted(post(home + "/measures", village, """
                {"measure": "%s", "members": [], "family": "HEALTH", "subItem": "大病救治", "risk": "ILLNESS",
                 "provider": "县卫健局", "start": "%s", "amountYuan": 500, "unit": "元",
                 "fundingSource": "衔接资金", "on": "%s"}""".formatted(measure, LAST, LAST)));
        assertThat(code(post(home + "/measures/" + measure + "/deliveries", village, delivery())))
                .isEqualTo("assistance.not-running");
        accepted(post(home + "/measures/" + measure + "/approval", town, on(LAST)));
        accepted(post(home + "/removal/visit", village, visit(LAST.plusDays(1), "21610.00", false, 7)));
        assertThat(missing(household)).isEqualTo(Map.of("MEASURE_IN_PLACE", "ILLNESS"));
        accepted(post(home + "/measures/" + measure + "/deliveries", village, delivery()));
        accepted(post(home + "/removal/visit", village, visit(LAST.plusDays(2), "21610.00", false, 7)));
        assertThat(missing(household)).isEmpty();

        var listed = get("/measures?risk=ILLNESS&division=" + VILLAGE, village)
                .get("items")
                .get(0);
        assertThat(listed.get("deliveredFen").asLong()).isEqualTo(50_000);
        var file = get(home + "/file", village);
        assertThat(file.get("measures").get(0).get("state").asString()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void when_the_last_member_has_died_monitoring_is_closed_by_itself() throws Exception {
        var household = determined(2, 3, FIRST);
        accepted(
                post("/households/" + household + "/members/" + member(3) + "/decrease", village, """
                {"reason": "DEATH", "on": "%s"}""".formatted(LAST)));

        var closed = get("/roster?monitoring=CLOSED&town=" + VILLAGE, village);
        for (var tries = 0; tries < 600 && closed.get("total").asInt() == 0; tries++) {
            Thread.sleep(50); // the policy follows the log
            closed = get("/roster?monitoring=CLOSED&town=" + VILLAGE, village);
        }
        assertThat(closed.get("items").get(0).get("household").asString()).isEqualTo(household);
        assertThat(get("/households/" + household + "/file", village)
                        .get("closed")
                        .get("ground")
                        .asString())
                .isEqualTo("ALL_DIED");
    }

    @Test
    void figures_and_table_hold_what_the_lists_hold() throws Exception {
        var household = determined(3, 5, FIRST);
        var ever = get("/roster?town=" + VILLAGE, village).get("total").asLong()
                + get("/roster?monitoring=REMOVED&town=" + VILLAGE, village)
                        .get("total")
                        .asLong()
                + get("/roster?monitoring=CLOSED&town=" + VILLAGE, village)
                        .get("total")
                        .asLong();

        assertThat(figure("KPI01", VILLAGE)).containsEntry("ever", ever);
        assertThat(figure("KPI02", VILLAGE)).containsEntry("channel.WITHOUT_CLUE", ever);
        assertThat(figure("KPI04", VILLAGE)).containsEntry("days.median", 11L);
        assertThat(figure("KPI01", "440233101")).containsEntry("ever", ever);
        assertThat(get("/figures/KPI01?division=440233101204", village)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(send(request("/figures/KPI99", village).GET()).statusCode()).isEqualTo(404);

        var active = get("/roster?town=" + VILLAGE, village).get("total").asLong();
        assertThat(figure("KPI05", VILLAGE)).containsEntry("active", active);
        assertThat(figure("KPI06", VILLAGE)).containsKey("unmet.ILLNESS");
        assertThat(figure("KPI08", VILLAGE)).containsEntry("at-or-below-line", active);
        assertThat(figure("KPI09", VILLAGE)).isNotEmpty();
        assertThat(figure("KPI10", VILLAGE)).containsEntry("never", ever);

        var roster = sheets("T1");
        assertThat(roster.get("xl/worksheets/sheet1.xml")).contains(household).doesNotContain("林守一");
        assertThat(roster.get("xl/worksheets/sheet2.xml")).contains("category.MARGINAL");
        assertThat(sheets("T2").get("xl/worksheets/sheet1.xml")).contains("增减").doesNotContain(household);
        assertThat(sheets("T3").get("xl/worksheets/sheet2.xml")).contains("not-helped");
        assertThat(sheets("T4").get("xl/worksheets/sheet1.xml")).contains(household, "<v>11610.00</v>");
        assertThat(sheets("T5").get("xl/worksheets/sheet1.xml")).contains(household, "饮水安全有保障");

        accepted(
                post("/households/" + household + "/members/" + member(5) + "/decrease", village, """
                {"reason": "MOVED_OUT", "on": "%s"}""".formatted(LAST)));
        assertThat(sheets("T2").get("xl/worksheets/sheet1.xml"))
                .contains(household, "减少", "户籍迁出", LAST.toString())
                .doesNotContain("林守一");
        assertThat(send(request("/tables/T99", village).GET()).statusCode()).isEqualTo(404);
    }

    private Map<String, String> sheets(String table) throws Exception {
        var book = HTTP.send(
                request("/tables/" + table, village)
                        .header("Log-Position", position)
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(book.statusCode()).isEqualTo(200);
        return unzipped(book.body());
    }

    /// The texts of a workbook; the shared ones count for every sheet.
    private static Map<String, String> unzipped(byte[] book) throws Exception {
        var parts = new HashMap<String, String>();
        var file = Files.write(Files.createTempFile("table", ".xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        var shared = parts.getOrDefault("xl/sharedStrings.xml", "");
        parts.replaceAll((name, text) -> name.startsWith("xl/worksheets/") ? text + shared : text);
        return parts;
    }

    private Map<String, Long> figure(String code, String division) throws Exception {
        var figures = new HashMap<String, Long>();
        for (var line : get("/figures/" + code + "?size=200&division=" + division, county)
                .get("items")) {
            if (line.get("division").asString().equals(division)) {
                figures.put(line.get("measure").asString(), line.get("amount").asLong());
            }
        }
        return figures;
    }

    private Map<String, String> missing(String household) throws Exception {
        var missing = new HashMap<String, String>();
        for (var check : get("/households/" + household + "/file", village)
                .get("exits")
                .get(0)
                .get("checks")) {
            if (check.get("outcome").asString().equals("MISSING")) {
                missing.put(
                        check.get("criterion").asString(), check.path("found").asString(""));
            }
        }
        return missing;
    }

    /// A household of one person, monitored on the day eleven days after `from`.
    private String determined(int number, int member, LocalDate from) throws Exception {
        var household =
                id(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(VILLAGE, member(member), document(number), from)));
        var steps = "/households/" + household + "/identification";
        accepted(post(steps, village, open(from)));
        accepted(post(steps + "/visit", village, form(from.plusDays(1), "11610.00", member)));
        accepted(post(steps + "/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(member(member), from.plusDays(1))));
        accepted(post(steps + "/appraisal", village, """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                 "category": "MARGINAL", "risks": ["ILLNESS"], "minutes": "评议01", "on": "%s"}""".formatted(from.plusDays(2))));
        accepted(post(steps + "/publicity", village, """
                {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "%s"}""".formatted(from.plusDays(3))));
        accepted(post(steps + "/publicity-end", village, on(from.plusDays(8))));
        accepted(post(steps + "/town-review", town, """
                {"opinion": "同意", "on": "%s"}""".formatted(from.plusDays(9))));
        accepted(post(steps + "/determination", county, """
                {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "%s"}""".formatted(from.plusDays(11))));
        return household;
    }

    private static String delivery() {
        return """
                {"amountYuan": 500, "evidence": "银行回单", "on": "%s"}""".formatted(LAST.plusDays(1));
    }

    private static String visit(LocalDate on, String wage, boolean newRisk, int member) {
        return """
                {"visit": %s, "stableMonths": 6, "expenseSolved": true, "risksGone": ["ILLNESS"], "newRisk": %s}""".formatted(form(on, wage, member), newRisk);
    }

    private static String form(LocalDate on, String wage, int member) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": %s, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(from, from.plusMonths(12).minusDays(1), wage, member(member), on);
    }

    private static String appraisal() {
        return """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "minutes": "评议02", "on": "%s"}""".formatted(LAST.plusDays(2));
    }

    private static String review() {
        return """
                {"passed": true, "opinion": "同意消除", "on": "%s"}""".formatted(LAST.plusDays(9));
    }

    private static String open(LocalDate on) {
        return """
                {"visitBy": "%s", "on": "%s"}""".formatted(on.plusDays(3), on);
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private static String member(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String document(int number) {
        return Persons.of("99999919700101%03d4".formatted(number), Relation.HEAD)
                .document()
                .value();
    }

    private JsonNode todo(String token, String household) throws Exception {
        for (var item : get("/todo?size=200", token).get("items")) {
            if (item.get("subject").asString().equals(household)
                    && item.get("kind").asString().equals("REMOVAL")) {
                return item;
            }
        }
        throw new AssertionError("nothing to do for the removal");
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
