package cn.shouwang.monitoring.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.MonitoringService;
import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Newcomer;
import cn.shouwang.monitoring.household.Newcomer.Joining;
import cn.shouwang.monitoring.household.Newcomers;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.command.Bulk.Cause;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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

/// A file becomes a part of the register, over HTTP and over a crash.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentStoryTest {

    private static final String TITLES = "户编号,行政村代码,户类型,联系电话,自然村,人编号,姓名,证件号码,与户主关系,劳动技能,健康状况,在校生状况\n";
    private static final String VILLAGE = "440233101203";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Issuer ISSUER = new Issuer();
    private static final String DATABASE = Servers.uri(Servers.freshDatabase());
    private static ConfigurableApplicationContext service;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String leader = ISSUER.token("xian02", Role.COUNTY_LEADER, "440233");
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String otherTown = ISSUER.token("zhen02", Role.TOWN_OFFICE, "440233100");

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--shouwang.instance=story",
                        "--shouwang.enrolment.piece-households=2",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.mongodb.uri=" + DATABASE,
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void a_file_is_approved_by_another_account_and_registered_as_if_each_household_came_alone() throws Exception {
        var file = TITLES
                + household(1_000, 3)
                + household(1_010, 2)
                + household(1_020, 1).replace("健康", "良好");
        var sent = accepted(sent(file, town));
        assertThat(sent.get("already").asBoolean()).isFalse();
        assertThat(sent.get("households").asInt()).isEqualTo(2);
        assertThat(sent.get("refused").asInt()).isEqualTo(1);
        var enrolment = sent.get("id").asString();

        var steps = steps(enrolment);
        var again = accepted(sent(file, town));
        assertThat(again.get("already").asBoolean()).isTrue();
        assertThat(again.get("id").asString()).isEqualTo(enrolment);
        assertThat(steps(enrolment)).isEqualTo(steps).isEqualTo(1);
        assertThat(code(send(file, otherTown))).isEqualTo("enrolment.file-known");
        assertThat(get("/enrolments/" + enrolment, otherTown).statusCode()).isEqualTo(404);
        await().until(() -> get("/enrolments/" + enrolment + "/errors", town).statusCode() == 200);
        assertThat(get("/enrolments/" + enrolment + "/errors", town).body())
                .contains("HEALTH_UNKNOWN,健康状况无法识别")
                .doesNotContain(Ids.text(1_020));

        assertThat(approve(enrolment, sent, town).statusCode()).isEqualTo(403);
        accepted(approve(enrolment, sent, leader));
        completed(enrolment, 2, 5);
        assertThat(code(approve(enrolment, sent, county))).isEqualTo("enrolment.already-approved");
        assertThat(accepted(sent(file, town)).get("state").asString()).isEqualTo("COMPLETED");

        var byFile = history(number(enrolment, 0, 0, -1));
        var byHand = history(registered(1_000, 3));
        assertThat(alike(byFile)).isEqualTo(alike(byHand));
        assertThat(byFile).extracting(Recorded::sequence).containsExactly(0L, 1L, 2L, 3L);
        assertThat(byFile.stream().map(Recorded::event).map(EnrolmentStoryTest::nationalNumber))
                .containsExactly("H1000", "P1000", "P1001", "P1002");
        assertThat(byFile.getFirst().meta("actor")).isEqualTo("policy:when-roll-approved-then-register-households");
    }

    @Test
    void M13_who_was_registered_meanwhile_is_left_out_with_the_whole_household() throws Exception {
        var sent = accepted(sent(TITLES + household(2_000, 2) + household(2_010, 1) + household(2_020, 1), county));
        registered(2_001, 1);
        accepted(approve(sent.get("id").asString(), sent, leader));
        var done = completed(sent.get("id").asString(), 2, 2);
        assertThat(done.get("left").toString()).isEqualTo("[{\"row\":2,\"rule\":\"enrolment.person-registered\"}]");
        var second = accepted(sent(TITLES + household(2_010, 1), county));
        assertThat(second.get("accepted").asInt()).isZero();
    }

    @Test
    void two_households_never_have_one_national_number() throws Exception {
        var first = accepted(sent(TITLES + household(4_000, 1), county));
        var second = accepted(sent(TITLES + household(4_000, 1).replace(Ids.text(4_000), Ids.text(4_100)), county));
        assertThat(second.get("households").asInt()).isEqualTo(1);
        accepted(approve(first.get("id").asString(), first, leader));
        completed(first.get("id").asString(), 1, 1);
        accepted(approve(second.get("id").asString(), second, leader));
        assertThat(completed(second.get("id").asString(), 0, 0).get("left").toString())
                .isEqualTo("[{\"row\":2,\"rule\":\"enrolment.number-registered\"}]");

        var third = accepted(sent(TITLES + household(4_000, 1).replace(Ids.text(4_000), Ids.text(4_200)), county));
        assertThat(third.get("accepted").asInt()).isZero();
        await().until(() -> get("/enrolments/" + third.get("id").asString() + "/errors", county)
                        .statusCode()
                == 200);
        assertThat(get("/enrolments/" + third.get("id").asString() + "/errors", county)
                        .body())
                .contains("HOUSEHOLD_NUMBER_REGISTERED,户编号已在册");

        var byHand = registered(4_300, 1);
        var path = "/households/" + byHand + "/description";
        assertThat(code(post(path, town, "application/json", numbered("H4000"))))
                .isEqualTo("household.number-taken");
        accepted(post(path, town, "application/json", numbered("H4300")));
        var file = body("/households/" + number(first.get("id").asString(), 0, 0, -1) + "/file", town);
        assertThat(file.get("nationalNumber").asString()).isEqualTo("*****");
        assertThat(file.get("members").get(0).get("nationalNumber").asString()).isEqualTo("*****");
    }

    private String numbered(String number) {
        return "{\"profile\": {\"nationalNumber\": \"%s\"}, \"on\": \"%s\"}".formatted(number, today);
    }

    private static @Nullable String nationalNumber(Object event) {
        return switch ((HouseholdEvent) event) {
            case HouseholdRegistered registered -> registered.nationalNumber();
            case MemberAdded added -> added.nationalNumber();
            default -> "other";
        };
    }

    @Test
    void what_a_broken_attempt_has_registered_is_not_registered_again() throws Exception {
        var sent = accepted(sent(TITLES + household(3_000, 2) + household(3_010, 1), county));
        var enrolment = sent.get("id").asString();
        service.getBean(Newcomers.class)
                .register(
                        List.of(newcomer(enrolment, 3_000, 2)),
                        _ -> {},
                        today,
                        Actor.policy("p", "440233"),
                        new Cause("c", "c"));
        accepted(approve(enrolment, sent, leader));
        completed(enrolment, 2, 3);
        assertThat(history(number(enrolment, 0, 0, -1))).hasSize(3);
    }

    @Test
    void a_crash_in_the_middle_loses_nobody_and_registers_nobody_twice() throws Exception {
        var file = new StringBuilder(TITLES);
        for (var number = 0; number < 600; number++) {
            file.append(household(10_000 + number * 2, 2));
        }
        var sent = accepted(sent(file.toString(), county));
        var enrolment = sent.get("id").asString();
        accepted(approve(enrolment, sent, leader));
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> body("/enrolments/" + enrolment + "/progress", county)
                                .get("done")
                                .asInt()
                        >= 3);
        service.getBean(MongoClient.class).close(); // whatever is under way breaks off
        service.close();
        start();
        var before = body("/enrolments/" + enrolment + "/progress", county)
                .get("done")
                .asInt();
        assertThat(before).as("pieces done at the crash").isBetween(3, 299);
        completed(enrolment, 600, 1_200);
        var times = new HashMap<HouseholdId, Integer>();
        try (var events = service.getBean(LogEngine.class).after(-1)) {
            events.map(Recorded::event)
                    .filter(HouseholdRegistered.class::isInstance)
                    .map(HouseholdRegistered.class::cast)
                    .forEach(event -> times.merge(event.household(), 1, Integer::sum));
        }
        assertThat(times.values()).containsOnly(1);
        for (var piece = 0; piece < 300; piece++) {
            assertThat(times).containsKeys(number(enrolment, piece, 0, -1), number(enrolment, piece, 1, -1));
        }
    }

    private JsonNode completed(String enrolment, int households, int persons) {
        await().atMost(Duration.ofMinutes(2)).until(() -> body("/enrolments/" + enrolment + "/progress", county)
                .get("state")
                .asString()
                .equals("COMPLETED"));
        var done = body("/enrolments/" + enrolment + "/progress", county);
        assertThat(done.get("registered").asInt()).isEqualTo(households);
        assertThat(done.get("persons").asInt()).isEqualTo(persons);
        return done;
    }

    /// Event by event what it says, with ids counted instead of told.
    private static List<String> alike(List<Recorded> history) {
        var told = new ArrayList<String>();
        for (var recorded : history) {
            told.add(
                    switch ((HouseholdEvent) recorded.event()) {
                        case HouseholdRegistered event ->
                            "registered %s %s %s %s %s"
                                    .formatted(
                                            event.division(),
                                            event.baseType(),
                                            event.address(),
                                            Objects.requireNonNull(event.phone())
                                                    .value(),
                                            event.on());
                        case MemberAdded event ->
                            "added %s %s %s %s %s %s %s %s %s %s"
                                    .formatted(
                                            event.division(),
                                            event.person().name().value(),
                                            event.person().document().value(),
                                            event.person().sex(),
                                            event.person().born(),
                                            event.person().relation(),
                                            event.person().labour(),
                                            event.person().health(),
                                            event.person().student(),
                                            event.on());
                        default -> "other";
                    });
        }
        return told;
    }

    private static List<Recorded> history(HouseholdId household) {
        try (var events = service.getBean(LogEngine.class).after(-1)) {
            return events.filter(event -> event.stream().equals(household.toString()))
                    .toList();
        }
    }

    private static HouseholdId number(String enrolment, int piece, int household, int member) {
        return new HouseholdId(EnrolmentId.of(enrolment).number(piece, household, member));
    }

    private static long steps(String enrolment) {
        try (var events = service.getBean(LogEngine.class).after(-1)) {
            return events.filter(event -> event.stream().equals(enrolment)).count();
        }
    }

    private static String household(int first, int members) {
        var rows = new StringBuilder();
        for (var member = 0; member < members; member++) {
            rows.append("H%d,%s,一般农户,13800000001,第一组,P%d,测某,%s,%s,普通劳动力,健康,\n"
                    .formatted(first, VILLAGE, first + member, Ids.text(first + member), member == 0 ? "户主" : "其他"));
        }
        return rows.toString();
    }

    private Newcomer newcomer(String enrolment, int first, int members) {
        var joining = new ArrayList<Joining>();
        for (var member = 0; member < members; member++) {
            joining.add(new Joining(
                    new MemberId(EnrolmentId.of(enrolment).number(0, 0, member)),
                    Person.entered(
                            PersonName.of("测某"),
                            Ids.of(first + member),
                            null,
                            null,
                            member == 0 ? Relation.HEAD : Relation.OTHER,
                            LabourAbility.ORDINARY,
                            EnumSet.of(Health.HEALTHY),
                            false),
                    "P" + (first + member)));
        }
        return new Newcomer(
                number(enrolment, 0, 0, -1),
                VILLAGE,
                BaseType.ORDINARY,
                "第一组",
                Phone.of("13800000001"),
                "H" + first,
                joining);
    }

    /// Registers the same household by hand.
    private HouseholdId registered(int first, int members) throws Exception {
        var people = new ArrayList<String>();
        for (var member = 0; member < members; member++) {
            people.add("""
                {"person": {"name": "测某", "document": "%s", "relation": "%s", "labour": "ORDINARY",
                 "health": ["HEALTHY"], "student": false}}""".formatted(Ids.text(first + member), member == 0 ? "HEAD" : "OTHER"));
        }
        var form = """
            {"village": "%s", "baseType": "ORDINARY", "address": "第一组", "phone": "13800000001", "members": [%s],
             "on": "%s"}""".formatted(VILLAGE, String.join(",", people), today);
        return HouseholdId.of(accepted(post("/households", town, "application/json", form))
                .get("id")
                .asString());
    }

    private HttpResponse<String> approve(String enrolment, JsonNode sent, String token) throws Exception {
        return post(
                "/enrolments/" + enrolment + "/approval",
                token,
                "application/json",
                "{\"digest\": \"%s\", \"on\": \"%s\"}"
                        .formatted(sent.get("digest").asString(), today));
    }

    /// Sent again while the service still reads its log.
    private static HttpResponse<String> sent(String file, String token) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> send(file, token), answer -> answer.statusCode() != 503);
    }

    private static HttpResponse<String> send(String file, String token) throws Exception {
        return post("/enrolments", token, "text/csv", file);
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private static JsonNode body(String path, String token) {
        try {
            return accepted(get(path, token));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String token, String type, String body) throws Exception {
        return HTTP.send(
                request(path, token)
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer());
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .setHeader("Authorization", "Bearer " + token);
    }
}
