package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who sees what of whom, over HTTP: masked by default, revealed for a purpose and for minutes, found by
/// exact numbers and by name, and every look on record for auditors and for the household itself.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final String FORM = """
            {"village": "440233101203", "name": "测申报", "phone": "138-0000-0077", "idNumber": "999999198001010011",
             "members": 4, "reasons": ["ILLNESS"], "text": "",
             "delegate": {"name": "测代办", "phone": "13800000078", "relation": "NEIGHBOUR"}}""";
    private static final String ENDING = "0077";
    private static final int PER_HOUR = 25;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock();
    private static final MongoDatabase DATABASE = Servers.freshDatabase();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String colleague = ISSUER.token("cun09", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String leader = ISSUER.token("zu01", Role.GROUP_LEADER, VILLAGE);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String auditor = ISSUER.token("shen01", Role.AUDITOR, "440233");
    private final String member = UUID.randomUUID().toString();
    private final String digits = "%03d".formatted(COUNT.incrementAndGet());
    private final String phone = "13800000" + digits;
    private final String document = Persons.of("99999919700101" + digits + "0", Relation.HEAD)
            .document()
            .value();
    private String position = "";

    @BeforeAll
    static void start() {
        service = run();
    }

    private static ConfigurableApplicationContext run() {
        ApplicationContextInitializer<GenericApplicationContext> clock =
                context -> context.registerBean("clock", java.time.Clock.class, () -> CLOCK);
        return new SpringApplicationBuilder(MonitoringService.class)
                .initializers(clock)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--shouwang.reveal.per-hour=" + PER_HOUR,
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.mongodb.uri=" + Servers.uri(DATABASE),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void what_is_masked_is_shown_for_a_purpose_and_minutes_and_everyone_concerned_sees_who_looked() throws Exception {
        var filed = post("/public/reports", "", FORM);
        var report = id(filed);
        var number = JSON.readTree(filed.body()).get("trackingNumber").asString();
        accepted(post("/reports/" + report + "/acceptance", village, on(LocalDate.now(CLOCK))));
        var clue = clueOf(report);
        var household = register("林守一");
        accepted(post(
                "/households/" + household + "/identification", village, """
                {"clue": "%s", "visitBy": "%s", "on": "%2$s"}""".formatted(clue, LocalDate.now(CLOCK))));
        assertThat(get("/households/" + household + "/file", village).toString())
                .contains("林*一", "138****0" + digits)
                .doesNotContain("林守一", phone, document, "三组12号", "CHRONIC");

        var shown = reveal(household, "ADDRESS", "VERIFICATION", village);
        assertThat(shown.statusCode()).isEqualTo(201);
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        var revealed = JSON.readTree(shown.body());
        assertThat(revealed.get("value").asString()).isEqualTo("三组12号");
        assertThat(revealed.propertyNames()).containsExactlyInAnyOrder("reading", "value", "until");
        var reading = "/reveals/" + revealed.get("reading").asString();

        CLOCK.forward(Duration.ofMinutes(9));
        assertThat(get(reading, village).get("value").asString()).isEqualTo("三组12号");
        assertThat(status(reading, colleague)).isEqualTo(404);
        assertThat(status(reading, auditor)).isEqualTo(404);
        assertThat(status("/reveals/" + UUID.randomUUID(), village)).isEqualTo(404);
        CLOCK.forward(Duration.ofMinutes(1));
        var late = send(request(reading, village).GET());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(code(late)).isEqualTo("reading.expired");
        assertThat(late.body()).contains("查看时限已过");

        assertThat(value(revealMember(household, "HEALTH", "AID", town))).isEqualTo("CHRONIC");
        assertThat(value(revealMember(household, "BORN", "CORRECTION", county))).isEqualTo("1970-01-01");
        assertThat(value(revealMember(household, "DOCUMENT", "INSPECTION\", \"note\": \"县审〔01〕", auditor)))
                .isEqualTo(document);
        assertThat(value(revealReport(report, "DELEGATE_PHONE", "CONTACT", leader)))
                .isEqualTo("13800000078");
        assertThat(value(post("/clues/" + clue + "/reveals", village, wish("NAME", "CONTACT"))))
                .isEqualTo("测申报");

        var log = get("/readings?kind=REVEAL&about=" + household, auditor).get("items");
        assertThat(log.size()).isEqualTo(4);
        assertThat(log.get(0).get("note").asString()).isEqualTo("县审〔01〕");
        assertThat(log.get(3).get("actor").asString()).isEqualTo("cun01");
        assertThat(log.get(3).get("words").asString()).isEqualTo("查看个人信息");
        assertThat(log.get(3).get("fieldWords").asString()).isEqualTo("家庭住址");
        assertThat(log.get(3).get("purposeWords").asString()).isEqualTo("核实情况");
        assertThat(log.get(3).get("office").asString()).isEqualTo("村“两委”");
        assertThat(log.toString()).doesNotContain("三组12号", "1970-01-01", number);

        var file = get("/households/" + household + "/readings", village);
        assertThat(file.size()).isEqualTo(6);
        assertThat(file.toString()).doesNotContain("县审");
        assertThat(status("/households/" + household + "/readings", sister)).isEqualTo(404);

        var mine = JSON.readTree(looks(number).body());
        assertThat(mine.size()).isEqualTo(6);
        assertThat(mine.get(1).get("office").asString()).isEqualTo("寨下村委会 村民小组长");
        assertThat(mine.get(1).get("field").asString()).isEqualTo("代办人电话");
        assertThat(mine.get(1).get("purpose").asString()).isEqualTo("联系本人");
        assertThat(mine.get(1).get("on").asString())
                .isEqualTo(LocalDate.now(CLOCK).toString());
        assertThat(mine.toString()).doesNotContain("zu01", "cun01", household, clue, "13800000078");
        assertThat(get("/readings/about/" + household, colleague).get("total").asInt())
                .isEqualTo(4);
        assertThat(get("/readings/about/" + household, sister).get("total").asInt())
                .isZero();
    }

    @Test
    void a_tracking_number_nobody_has_tells_nothing_always_in_the_same_words() throws Exception {
        var unknown = looks("0000000000000000");
        var nonsense = looks("nonsense");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(code(nonsense)).isEqualTo("not-found").isEqualTo(code(unknown));
        assertThat(nonsense.body().length()).isEqualTo(unknown.body().length());
    }

    private HttpResponse<String> looks(String number) throws Exception {
        return post("/public/readings", "", """
                {"trackingNumber": "%s", "phoneEnding": "%s"}""".formatted(number, ENDING));
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT, CONTACT, GROUP_LEADER, 403, access.not-allowed",
        "HEALTH, VERIFICATION, GROUP_LEADER, 403, access.not-allowed",
        "NAME, VERIFICATION, GROUP_LEADER, 409, reading.purpose-unsuited",
        "DOCUMENT, CONTACT, VILLAGE_COMMITTEE, 409, reading.purpose-unsuited",
        "DOCUMENT, INSPECTION, VILLAGE_COMMITTEE, 409, reading.purpose-unsuited",
        "DOCUMENT, VERIFICATION, AUDITOR, 409, reading.purpose-unsuited",
        "HEALTH, COMPARISON, COUNTY_OFFICER, 409, reading.purpose-unsuited",
        "DOCUMENT, COMPLAINT, VILLAGE_COMMITTEE, 409, reading.note-missing",
        "DOCUMENT, INSPECTION, AUDITOR, 409, reading.note-missing"
    })
    void a_reveal_is_refused_by_office_purpose_or_missing_note(
            String field, String purpose, Role role, int status, String code) throws Exception {
        var token = ISSUER.token("any", role, role.fits("440233") ? "440233" : VILLAGE);
        var refused = revealMember(register("林守一"), field, purpose, token);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "BANK_OFFICER",
                "DEPARTMENT_OFFICER",
                "HR_BUREAU",
                "FINANCE_BUREAU",
                "PAIRING_HQ",
                "SYSTEM_ADMIN",
                "SECURITY_ADMIN",
                "AUDIT_ADMIN"
            })
    void an_office_without_a_purpose_sees_nothing_and_finds_nobody(Role role) throws Exception {
        var household = register("林守一");
        var token = ISSUER.token("other", role, "440233");
        assertThat(reveal(household, "PHONE", "CONTACT", token).statusCode()).isEqualTo(403);
        assertThat(search("NAME", "林守一", token).statusCode()).isEqualTo(403);
        assertThat(status("/households/" + household + "/readings", token)).isEqualTo(403);
        var watches = role == Role.SECURITY_ADMIN || role == Role.AUDIT_ADMIN;
        assertThat(status("/readings/about/" + household, token)).isEqualTo(watches ? 200 : 403);
    }

    @Test
    void what_is_not_there_or_not_ones_own_is_not_found_and_bad_wishes_are_told() throws Exception {
        var household = register("林守一");
        assertThat(reveal(household, "PHONE", "CONTACT", sister).statusCode()).isEqualTo(404);
        assertThat(reveal(UUID.randomUUID().toString(), "PHONE", "CONTACT", village)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(
                                "/households/" + household + "/members/" + UUID.randomUUID() + "/reveals",
                                village,
                                wish("NAME", "CONTACT"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reveal(household, "HEALTH", "CONTACT", village).statusCode()).isEqualTo(400);
        assertThat(reveal(household, "PHONE", "CURIOSITY", village).statusCode())
                .isEqualTo(400);
        assertThat(reveal(household, "PHONE", "CONTACT\", \"note\": \"" + "长".repeat(201), village)
                        .statusCode())
                .isEqualTo(400);
        assertThat(status("/readings", village)).isEqualTo(403);
    }

    @Test
    void a_person_is_found_by_document_phone_and_name_and_each_search_is_on_record() throws Exception {
        var name = "钟离探物";
        var household = register(name);
        var report = id(
                post("/public/reports", "", FORM.replace("138-0000-0077", phone).replace("测申报", "测同号")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(found(search("PHONE", "138 0000 0" + digits, town)))
                        .contains(household)
                        .contains(report));
        var one = JSON.readTree(search("DOCUMENT", document, county).body());
        assertThat(kinds(one)).contains("MEMBER");
        assertThat(one.toString()).contains(household, "999999********").doesNotContain(document, name);
        assertThat(found(search("NAME", name, village))).contains(household);
        assertThat(found(search("NAME", "钟离", village))).contains(household);
        assertThat(found(search("NAME", "钟？探", village))).contains(household);
        assertThat(found(search("NAME", "离", village))).doesNotContain(household);
        for (var by : List.of("NAME", "DOCUMENT", "PHONE")) {
            var text = by.equals("NAME") ? name : by.equals("DOCUMENT") ? document : phone;
            assertThat(found(search(by, text, sister))).doesNotContain(household);
        }
        assertThat(code(search("NAME", "？?", village))).isEqualTo("search.name-vague");
        assertThat(code(search("DOCUMENT", "999999197001010011", village))).isEqualTo("person.id-number-check-digit");
        assertThat(search("EMAIL", "x", village).statusCode()).isEqualTo(400);
        assertThat(search("NAME", name, leader).statusCode()).isEqualTo(403);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var log = get("/readings?kind=SEARCH&actor=xian01&about=" + household, auditor);
            assertThat(log.get("total").asInt()).isEqualTo(1);
            var entry = log.get("items").get(0);
            assertThat(entry.get("by").asString()).isEqualTo("DOCUMENT");
            assertThat(entry.get("found").asInt()).isPositive();
            assertThat(entry.get("division").asString()).isEqualTo("440233");
            assertThat(log.toString()).doesNotContain(document, name, report);
        });
    }

    @Test
    void a_refused_attempt_is_on_record_at_once_and_its_repetitions_are_counted() throws Exception {
        var curious = ISSUER.token("curious", Role.BANK_OFFICER, "440233");
        var household = register("林守一");
        for (var times = 0; times < 5; times++) {
            assertThat(reveal(household, "PHONE", "CONTACT", curious).statusCode())
                    .isEqualTo(403);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(refusals("curious")).hasSize(1));
        CLOCK.forward(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        refusals("curious").stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(5));
        var entry = get("/readings?kind=REFUSAL&actor=curious", auditor)
                .get("items")
                .get(0);
        assertThat(entry.get("route").asString()).isEqualTo("/households/{household}/reveals");
        assertThat(entry.get("code").asString()).isEqualTo("access.not-allowed");
        assertThat(entry.toString()).doesNotContain(household);
    }

    @Test
    void an_account_reveals_so_many_an_hour_also_when_it_asks_twice_at_once() throws Exception {
        var eager = ISSUER.token("eager", Role.VILLAGE_COMMITTEE, VILLAGE);
        var household = register("林守一");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> once =
                    () -> reveal(household, "PHONE", "CONTACT", eager).statusCode();
            var answers = pool.invokeAll(java.util.Collections.nCopies(PER_HOUR + 5, once));
            var shown = 0;
            for (var answer : answers) {
                shown += answer.get() == 201 ? 1 : 0;
                assertThat(answer.get()).isIn(201, 429);
            }
            assertThat(shown).isEqualTo(PER_HOUR);
        }
        var refused = reveal(household, "PHONE", "CONTACT", eager);
        assertThat(code(refused)).isEqualTo("reading.too-many");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(reveal(household, "PHONE", "CONTACT", colleague).statusCode())
                .isEqualTo(201);
        CLOCK.forward(Duration.ofMinutes(61));
        assertThat(reveal(household, "PHONE", "CONTACT", eager).statusCode()).isEqualTo(201);
    }

    @Test
    void a_reveal_repeated_under_its_key_is_one_reveal() throws Exception {
        var household = register("林守一");
        var first = keyed(household, "reveal-key-0001");
        var again = keyed(household, "reveal-key-0001");
        assertThat(JSON.readTree(again.body())).isEqualTo(JSON.readTree(first.body()));
        assertThat(get("/readings?about=" + household, auditor).get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void after_a_restart_a_reveal_can_be_read_again_and_names_are_found() throws Exception {
        var household = register("司马重启");
        var shown = JSON.readTree(
                revealMember(household, "NAME", "CONTACT", village).body());
        service.close();
        service = run();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> assertThat(
                        found(search("NAME", "司马重启", village)))
                .contains(household));
        var again = get("/reveals/" + shown.get("reading").asString(), village);
        assertThat(again.get("value").asString()).isEqualTo("司马重启");
        assertThat(again.get("until")).isEqualTo(shown.get("until"));
    }

    @Test
    void of_someone_forgotten_there_is_nothing_to_show_not_even_what_was_revealed_before() throws Exception {
        var household = register("皇甫被忘");
        var shown = JSON.readTree(
                revealMember(household, "NAME", "CONTACT", village).body());
        var erasure = id(post("/households/" + household + "/members/" + member + "/erasures", county, """
                {"ground": "CONSENT_WITHDRAWN", "reason": "本人申请"}"""));
        accepted(post("/erasures/" + erasure + "/approval", ISSUER.token("xian02", Role.COUNTY_LEADER, "440233"), ""));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> revealMember(household, "NAME", "CONTACT", village).statusCode() == 410);
        var again = send(
                request("/reveals/" + shown.get("reading").asString(), village).GET());
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(code(again)).isEqualTo("reading.forgotten");
        var anew = revealMember(household, "NAME", "CONTACT", village);
        assertThat(anew.statusCode()).isEqualTo(410);
        assertThat(anew.body()).contains("已按规定删除");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(found(search("DOCUMENT", document, village))).doesNotContain(household);
            assertThat(found(search("NAME", "皇甫被忘", village))).doesNotContain(household);
        });
    }

    @Test
    void neither_rows_nor_log_hold_a_value_a_note_or_a_name_that_was_searched_for() throws Exception {
        var household = register("欧阳密封");
        revealMember(household, "NAME", "COMPLAINT\", \"note\": \"信访事由密", village);
        search("NAME", "欧阳密封", village);
        get("/households/" + household + "/readings", village);
        var collections = DATABASE.listCollectionNames().into(new ArrayList<>());
        assertThat(collections).contains("log").anyMatch(name -> name.startsWith("household_file_v"));
        for (var collection : collections) {
            for (var row : DATABASE.getCollection(collection).find()) {
                assertThat(plain(row)).as(collection).doesNotContain("欧阳密封", "信访事由密", "三组12号");
            }
        }
    }

    private static String plain(Document row) {
        return row.toBsonDocument().toString();
    }

    private List<Integer> refusals(String actor) throws Exception {
        var counts = new ArrayList<Integer>();
        get("/readings?kind=REFUSAL&actor=" + actor, auditor)
                .get("items")
                .forEach(entry -> counts.add(entry.get("count").asInt()));
        return counts;
    }

    private String register(String name) throws Exception {
        return id(post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "phone": "%s", "address": "三组12号", "members": [
                  {"member": "%s", "person": {"name": "%s", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(VILLAGE, phone, member, name, document, FIRST)));
    }

    private HttpResponse<String> reveal(String household, String field, String purpose, String token) throws Exception {
        return post("/households/" + household + "/reveals", token, wish(field, purpose));
    }

    private HttpResponse<String> revealMember(String household, String field, String purpose, String token)
            throws Exception {
        return post("/households/" + household + "/members/" + member + "/reveals", token, wish(field, purpose));
    }

    private HttpResponse<String> revealReport(String report, String field, String purpose, String token)
            throws Exception {
        return post("/reports/" + report + "/reveals", token, wish(field, purpose));
    }

    private HttpResponse<String> keyed(String household, String key) throws Exception {
        var answer = send(request("/households/" + household + "/reveals", village)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(wish("PHONE", "CONTACT"))));
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private HttpResponse<String> search(String by, String text, String token) throws Exception {
        return post("/searches/persons", token, """
                {"by": "%s", "text": "%s", "purpose": "VERIFICATION"}""".formatted(by, text));
    }

    private static String found(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("persons").toString();
    }

    private static List<String> kinds(JsonNode answer) {
        var kinds = new java.util.ArrayList<String>();
        answer.get("persons").forEach(person -> kinds.add(person.get("kind").asString()));
        return kinds;
    }

    private String clueOf(String report) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            for (var clue : get("/clues?size=200", village).get("items")) {
                                if (clue.path("report").asString("").equals(report)) {
                                    return clue.get("clue").asString();
                                }
                            }
                            return "";
                        },
                        clue -> !clue.isEmpty());
    }

    private static String wish(String field, String purpose) {
        return """
                {"field": "%s", "purpose": "%s"}""".formatted(field, purpose);
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private static String value(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("value").asString();
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static String id(HttpResponse<String> answer) {
        accepted(answer);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString("");
    }

    private int status(String path, String token) throws Exception {
        return send(request(path, token).header("Log-Position", position).GET()).statusCode();
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send(request(path, token).header("Log-Position", position).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        var asked =
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        var answer = send(asked);
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        if (path.startsWith("/households") && answer.statusCode() == 201 && !position.isEmpty()) {
            // rows are asked for next by POSTs too, which do not wait for them
            send(request("/lines", village).header("Log-Position", position).GET());
        }
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
