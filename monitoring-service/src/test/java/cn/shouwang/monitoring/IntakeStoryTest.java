package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a village's trouble comes in, over HTTP: reports by four ways, clues, the line, the map.
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeStoryTest {

    private static final String VILLAGE = "440233101203";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    private static final String FORM = """
            {"village": "440233101203", "name": "测小样", "phone": "138-0000-0001", "idNumber": "999999198001010011",
             "members": 4, "reasons": ["ILLNESS", "OTHER"], "text": "家里有人长期住院"}""";

    private static final String OWN_PHONE = """
            {"phoneEnding": "0001"}""";

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String bank = ISSUER.token("yh01", Role.BANK_OFFICER, "440233");
    private final Map<String, String> numbers = new HashMap<>();
    private String position = "";

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--shouwang.clue.escalation-pause=PT1S",
                        "--shouwang.public.reports-per-village-hour=1000",
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
    void a_household_reports_itself_is_accepted_followed_and_reads_the_result() throws Exception {
        var report = id(post("/public/reports", "", FORM));
        assertThat(numbers.get(report)).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        var received = progress(report);
        assertThat(received.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(received.get("words").asString()).isEqualTo("已收到，等待村里受理");
        assertThat(received.get("office").asString()).isEqualTo("寨下村委会 办事窗口");
        assertThat(received.get("name").asString()).isEqualTo("测*样");
        assertThat(received.get("by").asString()).isEqualTo(today.plusDays(2).toString());

        var inbox = get("/reports?state=SUBMITTED&division=" + VILLAGE + "&size=200", village);
        assertThat(inbox.toString()).contains(report).contains("测*样");
        assertThat(get("/reports?size=200", sister).toString()).doesNotContain(report);
        var whole = get("/reports/" + report, village);
        assertThat(whole.get("document").asString()).isEqualTo("999999********0011");
        assertThat(whole.get("text").asString()).isEqualTo("家里有人长期住院");
        assertThat(send("/reports/" + report, sister).statusCode()).isEqualTo(404);
        assertThat(send("/reports", bank).statusCode()).isEqualTo(403);

        assertThat(post("/reports/" + report + "/acceptance", sister, on(today)).statusCode())
                .isEqualTo(403);
        accepted(post("/reports/" + report + "/acceptance", village, on(today)));
        assertThat(code(post("/reports/" + report + "/acceptance", town, on(today))))
                .isEqualTo("report.already-accepted");
        assertThat(code(post("/public/reports/" + numbers.get(report) + "/withdrawal", "", OWN_PHONE)))
                .isEqualTo("report.already-accepted");

        var clue = clueOf(report);
        assertThat(clue.get("channel").asString()).isEqualTo("SELF_QR");
        assertThat(clue.get("name").asString()).isEqualTo("测*样");
        accepted(post("/clues/" + clue.get("clue").asString() + "/assignment", town, """
                {"office": "440233101", "account": "zhen01", "on": "%s"}""".formatted(today)));
        accepted(post("/clues/" + clue.get("clue").asString() + "/outcome", village, """
                {"outcome": "NOT_ELIGIBLE", "reason": "收入高于监测线", "on": "%s"}""".formatted(today)));

        eventually(() -> progress(report).get("state").asString().equals("RESULT_TOLD"));
        var told = progress(report);
        assertThat(told.get("result").get("outcome").asString()).isEqualTo("NOT_ELIGIBLE");
        assertThat(told.get("steps").size()).isEqualTo(3);
        assertThat(told.toString()).doesNotContain("测小样", "13800000001", "99999919800101", "住院", "收入高于");
    }

    @Test
    void a_delegate_a_call_and_the_window_are_ways_too() throws Exception {
        var delegated = id(post("/public/reports", "", FORM.replace("\"members\"", """
                "delegate": {"name": "测代办", "phone": "13800000002", "relation": "NEIGHBOUR"}, "members\"""")));
        var window = id(post("/reports", village, recorded("WINDOW", today)));
        var phone = id(post("/reports", county, recorded("PHONE\", \"callerPhone\": \"0751-2250000", today)));
        assertThat(get("/reports/" + delegated, village)
                        .get("delegate")
                        .get("name")
                        .asString())
                .isEqualTo("测*办");
        assertThat(get("/reports/" + window, village).get("clerk").asString()).isEqualTo("cun01");
        assertThat(get("/reports/" + phone, village).get("caller").asString()).isEqualTo("075****0000");
        for (var report : new String[] {delegated, window, phone}) {
            accepted(post("/reports/" + report + "/acceptance", town, on(today)));
            assertThat(clueOf(report).get("channel").asString()).isIn("SELF_DELEGATED", "SELF_WINDOW", "SELF_PHONE");
        }
        assertThat(code(post("/public/reports", "", FORM.replace("\"members\"", """
                "delegate": {"name": "测代办", "phone": "13800000002"}, "members\""""))))
                .isEqualTo("report.delegate-unexplained");
    }

    @Test
    void a_refused_report_gives_its_reason_in_two_languages_and_the_telling_is_recorded() throws Exception {
        var report = id(post("/public/reports", "", FORM));
        assertThat(code(post("/reports/" + report + "/refusal", village, """
                {"reason": "OTHER", "on": "%s"}""".formatted(today))))
                .isEqualTo("report.refusal-needs-text");
        accepted(post("/reports/" + report + "/refusal", village, """
                {"reason": "NOT_THIS_VILLAGE", "text": "户籍在邻村", "on": "%s"}""".formatted(today)));
        accepted(post("/reports/" + report + "/refusal-notice", village, on(today)));
        assertThat(progress(report).get("refusal").get("words").asString()).startsWith("您家不在所填的村");
        var english = send("/public/reports/" + numbers.get(report), "", "Accept-Language", "en");
        assertThat(english.body()).contains("Your household is not in the village you named");
        var whole = get("/reports/" + report, village).get("refusal");
        assertThat(whole.get("text").asString()).isEqualTo("户籍在邻村");
        assertThat(whole.get("tellBy").asString()).isGreaterThan(today.toString());
        assertThat(whole.get("toldOn").asString()).isEqualTo(today.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "\"999999198001010011\", \"999999198001010012\", 409, person.id-number-check-digit",
        "\"999999198001010011\", \"99999919800101001\", 409, person.id-number-malformed",
        "\"138-0000-0001\", \"12345\", 409, person.phone-malformed",
        "\"测小样\", \"<b>\", 409, person.name-malformed",
        "\"测小样\", \"  \", 400, request.invalid",
        "\"440233101203\", \"440233101999\", 409, division.unknown-village",
        "\"440233101203\", \"4402331012\", 400, request.invalid",
        "\"OTHER\", \"ILLNESS\", 409, clue.risks-repeated",
        "\"OTHER\", \"BAD_LUCK\", 400, request.invalid",
        "\"OTHER\", null, 400, request.invalid",
        "\"家里有人长期住院\", \" \", 409, report.other-needs-text",
        "4, 0, 400, request.invalid",
        "4, 31, 400, request.invalid",
        "\"members\", \"member\", 400, request.unknown-field"
    })
    void a_form_that_cannot_be_is_refused_by_name_and_not_repeated(String good, String bad, int status, String code)
            throws Exception {
        var form = FORM.matches("(?s).*: 4,.*") && good.equals("4")
                ? FORM.replace(": 4,", ": " + bad + ",")
                : FORM.replace(good, bad);
        assertThat(form).isNotEqualTo(FORM);
        var answer = post("/public/reports", "", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("测小样", "99999919800101", "0000-0001", "住院");
    }

    @Test
    void long_texts_and_long_lists_are_refused() throws Exception {
        assertThat(id(post("/public/reports", "", FORM.replace("家里有人长期住院", "病".repeat(500)))))
                .isNotEmpty();
        assertThat(post("/public/reports", "", FORM.replace("家里有人长期住院", "病".repeat(501)))
                        .statusCode())
                .isEqualTo(400);
        var six = FORM.replace("\"OTHER\"", "\"WATER\", \"HOUSING\", \"ACCIDENT\", \"SCHOOLING\", \"DISABILITY\"");
        assertThat(post("/public/reports", "", six).statusCode()).isEqualTo(400);
        assertThat(post("/public/reports", "", FORM.replace("\"ILLNESS\", \"OTHER\"", ""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_clerk_records_calls_and_visits_of_the_own_village_up_to_today() throws Exception {
        assertThat(post("/reports", village, recorded("QR", today)).statusCode())
                .isEqualTo(400);
        assertThat(post("/reports", village, recorded("PHONE", today)).statusCode())
                .isEqualTo(400);
        assertThat(post("/reports", sister, recorded("WINDOW", today)).statusCode())
                .isEqualTo(403);
        assertThat(post("/reports", county, recorded("WINDOW", today)).statusCode())
                .isEqualTo(403);
        assertThat(code(post("/reports", village, recorded("WINDOW", today.plusDays(1)))))
                .isEqualTo("report.date-ahead");
        assertThat(id(post("/reports", village, recorded("WINDOW", today.minusDays(9)))))
                .isNotEmpty();
        assertThat(get("/reports?state=SUBMITTED&size=200", village)
                        .get("items")
                        .get(0)
                        .get("overdue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_clue_past_its_day_rises_to_the_town_by_itself() throws Exception {
        var clue = id(post("/clues", village, clue("GRASSROOTS_CHECK", LocalDate.of(2025, 3, 3))));
        eventually(() -> get("/clues/" + clue, town).get("level").asString().equals("TOWN"));
        assertThat(get("/clues?level=TOWN&state=OPEN&overdue=false&size=200", town)
                        .toString())
                .contains(clue);
        assertThat(get("/clues?overdue=true&size=200", town).toString()).doesNotContain(clue);
        assertThat(send("/clues/" + clue, sister).statusCode()).isEqualTo(404);
        assertThat(send("/clues/" + clue, bank).statusCode()).isEqualTo(403);
        assertThat(send("/clues?state=HALF", town).statusCode()).isEqualTo(400);
    }

    @Test
    void clues_are_refused_by_name() throws Exception {
        assertThat(code(post("/clues", village, clue("SELF_QR", today)))).isEqualTo("clue.channel-not-direct");
        assertThat(code(post("/clues", village, clue("DEPARTMENT_DATA", today))))
                .isEqualTo("clue.channel-not-yours");
        assertThat(code(post("/clues", county, clue("DEPARTMENT_DATA", today.plusDays(1)))))
                .isEqualTo("clue.date-ahead");
        var clue = id(post("/clues", county, clue("DEPARTMENT_DATA", today)));
        assertThat(post("/clues/" + clue + "/outcome", village, """
                {"outcome": "DUPLICATE", "reason": " ", "on": "%s"}""".formatted(today))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/clues/none/outcome", village, """
                {"outcome": "DUPLICATE", "reason": "重复", "on": "%s"}""".formatted(today)).statusCode())
                .isEqualTo(404);
        assertThat(code(post("/clues/" + clue + "/assignment", town, """
                {"office": "440233101204", "on": "%s"}""".formatted(today))))
                .isEqualTo("clue.office-elsewhere");
    }

    @Test
    void the_line_of_2025_is_there_and_a_correction_stands_beside_it() throws Exception {
        eventually(() ->
                send("/public/line?division=" + VILLAGE + "&on=2025-06-01", "").statusCode() == 200);
        var line = get("/public/line?division=" + VILLAGE + "&on=2025-06-01", "");
        assertThat(line.get("amountYuan").asDecimal()).isEqualByComparingTo("11610.00");
        assertThat(line.get("inclusive").asBoolean()).isTrue();
        assertThat(code(post("/lines", county, published("440233", "1.00")))).isEqualTo("line.already-published");
        assertThat(post("/lines", county, published("440233100", "11610.001")).statusCode())
                .isEqualTo(400);
        assertThat(post("/lines", county, published("440233100", "-1")).statusCode())
                .isEqualTo(400);
        assertThat(post("/lines", village, published(VILLAGE, "1.00")).statusCode())
                .isEqualTo(403);
        accepted(post("/lines", county, published("440233100", "11700.50")));
        accepted(post("/lines/line-440233100-2025/corrections", county, """
                {"terms": %s, "reason": "印错", "on": "2025-02-01"}""".formatted(terms("11700.00"))));
        var versions = get("/lines?size=200", county);
        assertThat(versions.toString())
                .contains("line-440233100-2025@0", "line-440233100-2025@1", "line-440233-2025@0");
        assertThat(send("/public/line?division=440233100200&on=2020-01-01", "").body())
                .contains("line.not-published");
        assertThat(send("/public/line?division=44", "").statusCode()).isEqualTo(400);
    }

    @Test
    void the_map_is_public_and_its_question_is_checked() throws Exception {
        assertThat(get("/public/divisions?parent=440233", "").size()).isEqualTo(7);
        assertThat(send("/public/divisions?parent=4402x", "").statusCode()).isEqualTo(400);
        assertThat(code(post("/public/reports", "", FORM.replace(VILLAGE, "440233999999"))))
                .isEqualTo("division.unknown-village");
    }

    private static String recorded(String way, LocalDate on) {
        return FORM.replace("{\"village\"", "{\"way\": \"" + way + "\", \"on\": \"" + on + "\", \"village\"");
    }

    private static String clue(String channel, LocalDate on) {
        return """
                {"village": "%s", "channel": "%s", "risks": ["HOUSING"], "evidence": "屋顶塌了一角", "on": "%s"}""".formatted(VILLAGE, channel, on);
    }

    private static String published(String area, String yuan) {
        return """
                {"area": "%s", "year": 2025, "terms": %s, "on": "2025-02-01"}""".formatted(area, terms(yuan));
    }

    private static String terms(String yuan) {
        return """
                {"amountYuan": %s, "inclusive": true, "basis": "NET_INCOME", "documentNo": "试1号",
                 "effectiveFrom": "2025-01-01", "derivation": ""}""".formatted(yuan);
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private JsonNode progress(String report) throws Exception {
        return get("/public/reports/" + numbers.get(report), "");
    }

    private JsonNode clueOf(String report) throws Exception {
        eventually(() -> get("/clues?size=200", town).toString().contains(report));
        for (var clue : get("/clues?size=200", town).get("items")) {
            if (clue.get("report").asString("").equals(report)) {
                return clue;
            }
        }
        throw new AssertionError("no clue of the report");
    }

    private interface Question {
        boolean isTrue() throws Exception;
    }

    private static void eventually(Question question) {
        await().until(question::isTrue);
    }

    private void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        position = answer.headers().firstValue("Log-Position").orElseThrow();
    }

    private String id(HttpResponse<String> answer) {
        accepted(answer);
        var told = JSON.readTree(answer.body());
        numbers.put(told.get("id").asString(), told.path("trackingNumber").asString(""));
        return told.get("id").asString();
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private HttpResponse<String> post(String path, String token, String json) throws Exception {
        return HTTP.send(
                request(path, token).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, String token, String... headers) throws Exception {
        var request = request(path, token);
        for (var n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        return HTTP.send(request.GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept-Language", "zh-CN");
        if (!position.isEmpty()) {
            request.setHeader("Log-Position", position);
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request;
    }
}
