package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.photo.Pictures;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is flagged in the course of a village's work, over HTTP, by the service's own rules and calendar,
/// and that nothing is where all goes its ordinary way.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagStoryTest {

    private static final String VILLAGE = "440233101203";
    /// A Tuesday, the first working day after Qingming.
    private static final LocalDate TUESDAY = LocalDate.of(2026, 4, 7);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();

    private final MovableClock clock = new MovableClock();
    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String auditor = ISSUER.token("shen01", Role.AUDITOR, "440233");
    private final ConfigurableApplicationContext service = start();
    private String position = "0";
    private int people;

    private ConfigurableApplicationContext start() {
        clock.show(TUESDAY.minusDays(30).atTime(9, 0));
        ApplicationContextInitializer<GenericApplicationContext> ours =
                context -> context.registerBean("clock", Clock.class, () -> clock);
        return new SpringApplicationBuilder(MonitoringService.class)
                .initializers(ours)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    /// Entered in the days in which it happens, by different people, at hours at which offices are open.
    @Test
    void a_blameless_course_of_work_raises_no_flag() throws Exception {
        at(TUESDAY.atTime(9, 10));
        var clue = accepted(post("/clues", village, clue(TUESDAY.minusDays(1))))
                .get("id")
                .asString();
        at(TUESDAY.atTime(9, 25));
        var household = register(TUESDAY.minusYears(5));
        at(TUESDAY.atTime(9, 40));
        var steps = "/households/" + household.id() + "/identification";
        accepted(post(steps, village, """
                {"clue": "%s", "visitBy": "%s", "on": "%s"}""".formatted(clue, TUESDAY.plusDays(7), TUESDAY)));
        at(TUESDAY.plusDays(2).atTime(16, 0));
        accepted(post(steps + "/visit", village, visit(household, TUESDAY.plusDays(1), 11_000)));
        accepted(post(steps + "/authorization", village, signed(household, TUESDAY.plusDays(1))));
        at(TUESDAY.plusDays(3).atTime(10, 0));
        accepted(post(steps + "/appraisal", village, appraisal(TUESDAY.plusDays(2))));
        accepted(post(steps + "/publicity", village, publicity(TUESDAY.plusDays(3))));
        at(TUESDAY.plusDays(9).atTime(9, 0));
        accepted(post(steps + "/publicity-end", village, on(TUESDAY.plusDays(8))));
        at(TUESDAY.plusDays(9).atTime(9, 2));
        accepted(post(steps + "/town-review", town, opinion(TUESDAY.plusDays(9))));
        at(TUESDAY.plusDays(10).atTime(15, 0));
        accepted(post(steps + "/determination", county, determination(TUESDAY.plusDays(10))));
        at(TUESDAY.plusDays(13).atTime(8, 30));
        accepted(post(steps + "/announcement", town, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(TUESDAY.plusDays(13))));

        var first = reported();
        accepted(photo(first.number(), 5));
        var second = reported();
        accepted(photo(second.number(), 6));
        at(TUESDAY.plusDays(13).atTime(8, 31));
        accepted(post("/reports/" + first.id() + "/acceptance", village, on(TUESDAY.plusDays(13))));

        assertThat(get("/flags", auditor).toString()).contains("\"items\":[],\"total\":0");
        assertThat(get("/flags/lateness?digits=12&month=2026-04", auditor)
                        .get("total")
                        .asInt())
                .isGreaterThan(8);
    }

    @Test
    void each_kind_of_flag_arises_where_it_should_and_nowhere_else() throws Exception {
        at(TUESDAY.atTime(9, 0));
        lateVisit();
        decidedAtOnce();
        photoTwice();
        sameAnswers();
        burst();
        night();
        holiday();

        var found = new TreeMap<String, Long>();
        for (var flag : get("/flags?size=200", auditor).get("items")) {
            found.merge(
                    flag.get("kind").asString() + " "
                            + flag.at("/account/account").asString(),
                    1L,
                    Long::sum);
        }
        assertThat(found)
                .isEqualTo(new TreeMap<>(Map.of(
                        "LATE_ENTRY cun01", 1L,
                        "QUICK_DECISION cun02", 1L,
                        "QUICK_DECISION cun01", 1L,
                        "SAME_MAKER cun01", 1L,
                        "SAME_PHOTO public", 1L,
                        "COPY_PASTE cun04", 1L,
                        "BULK_ENTRY cun05", 1L,
                        "NIGHT_BURST cun06", 1L,
                        "REST_DAY_BURST cun07", 1L)));
        var words = get("/flags?size=200", auditor)
                .get("items")
                .valueStream()
                .map(flag -> flag.get("words").asString())
                .collect(Collectors.joining("\n"));
        assertThat(words)
                .contains(
                        "“入户核实”注明发生在 2026-04-07，2026-04-15 10:00 才录入，相隔 8 天，超过提示线 7 天",
                        "约 15 分钟内录入 31 件",
                        "休息日 2026-05-05 录入 20 件",
                        "2026-04-28 当夜",
                        "“县审定，纳入监测”由采集情况的同一账号作出",
                        "对 3 个对象的“入户核实”填写了完全相同的内容")
                .doesNotContain("林守一", "测小样", "9999");
        assertThat(get("/flags?size=200", ISSUER.token("zhen09", Role.TOWN_OFFICE, "440233102"))
                        .get("total")
                        .asInt())
                .isZero();
        for (var flag : get("/flags?size=200", auditor).get("items")) {
            assertThat(get("/flags/" + flag.get("flag").asString(), auditor).get("events"))
                    .as(flag.get("kind").asString())
                    .isNotEmpty();
        }
    }

    /// Visited on Tuesday and typed in on Wednesday of the week after: 8 days, one more than the rule's.
    /// Later the same account, by then in the county, determines the household four seconds after the review.
    private void lateVisit() throws Exception {
        var household = register(TUESDAY);
        var steps = "/households/" + household.id() + "/identification";
        accepted(post(steps, village, opened(TUESDAY)));
        at(TUESDAY.plusDays(8).atTime(10, 0));
        accepted(post(steps + "/visit", village, visit(household, TUESDAY, 11_000)));
        accepted(post(steps + "/authorization", village, signed(household, TUESDAY)));
        accepted(post(steps + "/appraisal", village, appraisal(TUESDAY)));
        accepted(post(steps + "/publicity", village, publicity(TUESDAY)));
        accepted(post(steps + "/publicity-end", village, on(TUESDAY.plusDays(6))));
        at(TUESDAY.plusDays(8).atTime(11, 0));
        accepted(post(steps + "/town-review", town, opinion(TUESDAY.plusDays(8))));
        clock.forward(Duration.ofSeconds(4));
        accepted(post(
                steps + "/determination",
                ISSUER.token("cun01", Role.COUNTY_OFFICER, "440233"),
                determination(TUESDAY.plusDays(8))));
    }

    /// One report is accepted three seconds after it came in, another after a minute.
    private void decidedAtOnce() throws Exception {
        at(TUESDAY.plusDays(9).atTime(9, 0));
        var clerk = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, VILLAGE);
        var slow = reported();
        clock.forward(Duration.ofMinutes(1));
        accepted(post("/reports/" + slow.id() + "/acceptance", clerk, on(TUESDAY.plusDays(9))));
        var quick = reported();
        clock.forward(Duration.ofSeconds(3));
        accepted(post("/reports/" + quick.id() + "/acceptance", clerk, on(TUESDAY.plusDays(9))));
    }

    private void photoTwice() throws Exception {
        at(TUESDAY.plusDays(10).atTime(9, 0));
        accepted(photo(reported().number(), 7));
        accepted(photo(reported().number(), 7));
        accepted(photo(reported().number(), 8));
    }

    private void sameAnswers() throws Exception {
        at(TUESDAY.plusDays(14).atTime(9, 0));
        var clerk = ISSUER.token("cun04", Role.VILLAGE_COMMITTEE, VILLAGE);
        for (var amount : new int[] {9_000, 9_000, 9_500, 9_000}) {
            var household = register(TUESDAY);
            var steps = "/households/" + household.id() + "/identification";
            accepted(post(steps, clerk, opened(TUESDAY.plusDays(14))));
            accepted(post(steps + "/visit", clerk, visit(household, TUESDAY.plusDays(14), amount)));
            clock.forward(Duration.ofMinutes(50));
        }
    }

    private void burst() throws Exception {
        clues("cun05", 31, TUESDAY.plusDays(20).atTime(14, 0), Duration.ofSeconds(29));
    }

    /// From eleven till after midnight.
    private void night() throws Exception {
        clues("cun06", 10, TUESDAY.plusDays(21).atTime(23, 0), Duration.ofMinutes(8));
    }

    /// Twenty entries on the Tuesday that is a holiday, and twenty on the Saturday worked in its place.
    private void holiday() throws Exception {
        clues("cun07", 20, LocalDate.of(2026, 5, 5).atTime(9, 0), Duration.ofMinutes(20));
        clues("cun08", 20, LocalDate.of(2026, 5, 9).atTime(9, 0), Duration.ofMinutes(20));
    }

    private void clues(String account, int count, LocalDateTime begin, Duration pause) throws Exception {
        var clerk = ISSUER.token(account, Role.VILLAGE_COMMITTEE, VILLAGE);
        for (var n = 0; n < count; n++) {
            at(begin.plus(pause.multipliedBy(n)));
            accepted(post("/clues", clerk, clue(begin.toLocalDate())));
        }
    }

    private record Registered(String id, String member) {}

    private record Reported(String id, String number) {}

    private Registered register(LocalDate on) throws Exception {
        var member = UUID.randomUUID().toString();
        var digits = "99999919%02d0101001".formatted(30 + people++);
        var answer = accepted(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(
                        VILLAGE,
                        member,
                        Persons.of(digits + "0", Relation.HEAD).document().value(),
                        on)));
        return new Registered(answer.get("id").asString(), member);
    }

    private Reported reported() throws Exception {
        var answer = accepted(post("/public/reports", "", """
                {"village": "%s", "name": "测小样", "phone": "138-0000-%04d", "members": 4, "reasons": ["ILLNESS"]}""".formatted(VILLAGE, people++)));
        return new Reported(
                answer.get("id").asString(), answer.get("trackingNumber").asString());
    }

    private static String clue(LocalDate on) {
        return """
                {"village": "%s", "channel": "GRASSROOTS_CHECK", "risks": ["ILLNESS"], "evidence": "走访发现", "on": "%s"}""".formatted(VILLAGE, on);
    }

    private static String opened(LocalDate on) {
        return """
                {"visitBy": "%s", "on": "%s"}""".formatted(on.plusDays(7), on);
    }

    private static String visit(Registered household, LocalDate on, int yuan) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": %d, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(from, from.plusMonths(12).minusDays(1), yuan, household.member(), on);
    }

    private static String signed(Registered household, LocalDate on) {
        return """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(household.member(), on);
    }

    private static String appraisal(LocalDate on) {
        return """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                 "category": "MARGINAL", "risks": ["ILLNESS"], "minutes": "评议01", "on": "%s"}""".formatted(on);
    }

    private static String publicity(LocalDate on) {
        return """
                {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "%s"}""".formatted(on);
    }

    private static String opinion(LocalDate on) {
        return """
                {"opinion": "同意", "on": "%s"}""".formatted(on);
    }

    private static String determination(LocalDate on) {
        return """
                {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "%s"}""".formatted(on);
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private void at(LocalDateTime time) {
        clock.show(time);
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(request(path, token).header("Log-Position", position).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return posted(path, token, "application/json", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> photo(String number, int stripe) throws Exception {
        var picture = BodyPublishers.ofByteArray(Pictures.jpeg(stripe));
        return posted("/public/reports/" + number + "/photos", "", "image/jpeg", picture);
    }

    private HttpResponse<String> posted(String path, String token, String type, BodyPublisher body) throws Exception {
        var answer = send(request(path, token).header("Content-Type", type).POST(body));
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
