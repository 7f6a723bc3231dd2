package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
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

/// The same person entered twice, over HTTP: who hears of it, who decides, and what is left of a merge
/// that is undone.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicateStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String SISTER = "440233101204";
    private static final String FAR = "440233102202";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static final MongoDatabase DATABASE = Servers.freshDatabase();
    private static ConfigurableApplicationContext service;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, SISTER);
    private final String far = ISSUER.token("cun03", Role.VILLAGE_COMMITTEE, FAR);
    private final String town = ISSUER.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String colleague = ISSUER.token("zhen02", Role.TOWN_OFFICE, "440233101");
    private final String county = ISSUER.token("xian01", Role.COUNTY_OFFICER, "440233");
    private String position = "";

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
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
    void one_person_in_two_towns_is_found_whoever_entered_them_and_the_county_decides() throws Exception {
        var here = register(village, VILLAGE, "林守一", "99999919600101001");
        register(far, FAR, "林守一", "99999919600101001");
        var pair = proposed(county, "SAME_DOCUMENT", here.member());
        assertThat(pair.get("sides")).hasSize(2);
        assertThat(pair.get("sides").get(0).get("person").get("name").asString())
                .isEqualTo("林*一");
        assertThat(pair.toString()).doesNotContain("林守一", "19600101");

        var id = pair.get("duplicate").get("duplicate").asString();
        var seen = get("/duplicates/" + id, far).get("sides");
        assertThat(seen.get(0).get("person").get("document").asString()).startsWith("999999****");
        assertThat(seen.get(1).get("person").isNull()).isTrue();
        assertThat(seen.get(1).get("in").asString()).isNotBlank();
        assertThat(seen.toString()).doesNotContain(here.member());
        assertThat(get("/duplicates", sister).toString()).doesNotContain(id);
        assertThat(send(request("/duplicates/" + id, sister).GET()).statusCode())
                .isEqualTo(404);

        assertThat(post("/duplicates/" + id + "/merge", town, merge(here.member()))
                        .statusCode())
                .isEqualTo(403);
        accepted(post("/duplicates/" + id + "/merge", county, merge(here.member())));
        assertThat(get("/duplicates?state=MERGED", county).toString()).contains(id);
    }

    @Test
    void a_number_one_slip_away_is_found_and_a_dismissal_holds_until_a_correction() throws Exception {
        var one = register(village, VILLAGE, "陈一山", "99999919610203001");
        var other = register(sister, SISTER, "陈小山", "99999919610203401");
        var pair = proposed(town, "DOCUMENT_ONE_OFF", one.member());
        var id = pair.get("duplicate").get("duplicate").asString();
        accepted(post("/duplicates/" + id + "/dismissal", town, decision("两个人")));

        register(village, VILLAGE, "周别", "99999919900909001");
        settled();
        assertThat(get("/duplicates/" + id, town).get("duplicate").get("state").asString())
                .isEqualTo("DISMISSED");

        accepted(post(
                "/households/" + other.household() + "/members/" + other.member() + "/correction",
                sister,
                """
                {"person": %s, "on": "%s"}\
                """.formatted(person("陈一山", "99999919610203001", "HEAD"), DAY)));
        var again = proposed(town, "SAME_DOCUMENT", one.member());
        assertThat(again.get("duplicate").get("duplicate").asString()).isEqualTo(id);
    }

    @Test
    void the_same_name_and_birth_in_a_village_is_found_and_an_undone_merge_leaves_every_row_as_it_was()
            throws Exception {
        var one = register(village, VILLAGE, "何 家乐", "99999919730405001");
        var other = register(village, VILLAGE, "何家乐", "99999919730405778");
        var pair = proposed(town, "SAME_NAME_BIRTH_VILLAGE", one.member());
        var id = pair.get("duplicate").get("duplicate").asString();
        var before = rows(one, other);
        assertThat(before.keySet().stream()
                        .map(row -> row.substring(0, row.indexOf(' ')).replaceFirst("_v[0-9]+$", ""))
                        .distinct())
                .contains("log", "household_file", "roster", "sides", "duplicates", "likeness");

        accepted(post("/duplicates/" + id + "/merge", town, merge(one.member())));
        var file = get("/households/" + other.household() + "/file", village);
        assertThat(file.get("members").get(0).get("mergedInto").get(0).asString())
                .isEqualTo(one.member());
        assertThat(get("/households/" + one.household() + "/file", village)
                        .get("members")
                        .get(0)
                        .get("alsoKnownAs")
                        .get(0)
                        .asString())
                .isEqualTo(other.member());
        assertThat(members(other.household())).isZero();
        assertThat(rows(one, other)).isNotEqualTo(before);

        assertThat(code(post("/duplicates/" + id + "/undo", town, decision("看错"))))
                .isEqualTo("duplicate.undone-by-merger");
        accepted(post("/duplicates/" + id + "/undo", colleague, decision("看错")));
        assertThat(members(other.household())).isEqualTo(1);
        assertThat(rows(one, other)).isEqualTo(before);
        var words = get("/households/" + one.household() + "/timeline?size=200", village);
        assertThat(words.toString()).contains("撤销合并");
    }

    @Test
    void of_two_clerks_who_decide_at_once_one_is_told_that_it_is_decided() throws Exception {
        var one = register(village, VILLAGE, "苏同", "99999919550505001");
        register(sister, SISTER, "苏同", "99999919550505001");
        var id = proposed(town, "SAME_DOCUMENT", one.member())
                .get("duplicate")
                .get("duplicate")
                .asString();
        var barrier = new CyclicBarrier(2);
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = List.of(
                    clerks.submit(() -> {
                        barrier.await();
                        return post("/duplicates/" + id + "/merge", town, merge(one.member()))
                                .statusCode();
                    }),
                    clerks.submit(() -> {
                        barrier.await();
                        return post("/duplicates/" + id + "/dismissal", colleague, decision("两个人"))
                                .statusCode();
                    }));
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).contains(409).anyMatch(code -> code < 300);
        }
    }

    private record Entered(String household, String member) {}

    private Entered register(String token, String village, String name, String digits) throws Exception {
        var member = UUID.randomUUID().toString();
        var answer = post("/households", token, """
            {"village": "%s", "baseType": "ORDINARY", "members": [{"member": "%s", "person": %s}], "on": "%s"}\
            """.formatted(village, member, person(name, digits, "HEAD"), DAY));
        accepted(answer);
        return new Entered(JSON.readTree(answer.body()).get("id").asString(), member);
    }

    private static String person(String name, String digits, String relation) {
        return """
            {"name": "%s", "document": "%s", "relation": "%s", "labour": "ORDINARY", "health": ["HEALTHY"],
             "student": false}\
            """.formatted(
                        name, Persons.of(digits + "0", Relation.HEAD).document().value(), relation);
    }

    /// The pair that waits on that ground and has that member as a side, once the policy has got there.
    private JsonNode proposed(String token, String ground, String member) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var entry : get("/duplicates?state=PROPOSED&size=200", token).get("items")) {
                var pair = get("/duplicates/" + entry.get("duplicate").asString(), token);
                if (entry.get("grounds").toString().contains(ground)
                        && pair.get("sides").toString().contains(member)) {
                    return pair;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing was proposed on ground " + ground);
    }

    /// Waits until the policy has done all that was in the log before: a pair entered now comes after it.
    private void settled() throws Exception {
        var last = register(village, VILLAGE, "郑后", "99999919440404001");
        register(village, VILLAGE, "郑后", "99999919440404001");
        proposed(town, "SAME_DOCUMENT", last.member());
    }

    private int members(String household) throws Exception {
        for (var entry :
                get("/households?division=" + VILLAGE + "&size=200", village).get("items")) {
            if (entry.get("household").asString().equals(household)) {
                return entry.get("members").asInt();
            }
        }
        throw new AssertionError("the household is not on the register");
    }

    /// Every row of every read model, and every commit of the log, that mentions one of the ids, as bytes;
    /// without what the pair itself wrote: its own stream, what stands of it in the index of the log and
    /// among the flags, and the timeline's words about it.
    private static Map<String, String> rows(Entered... sides) {
        var ids = Stream.of(sides)
                .flatMap(side -> Stream.of(side.household(), side.member()))
                .toList();
        var rows = new TreeMap<String, String>();
        for (var name : DATABASE.listCollectionNames()) {
            if (name.matches(".*_v[0-9]+|log")) {
                DATABASE.getCollection(name, RawBsonDocument.class).find().forEach(row -> {
                    var text = row.toJson();
                    if (ids.stream().anyMatch(text::contains) && !isOfThePair(name, row)) {
                        rows.put(name + " " + row.get("_id"), RowBytes.of(row));
                    }
                });
            }
        }
        return rows;
    }

    private static boolean isOfThePair(String collection, RawBsonDocument row) {
        if (collection.startsWith("timeline_v")) {
            return row.getString("name").getValue().startsWith("duplicate.");
        }
        var ofTheLog = collection.equals("log") || collection.matches("(history|flags)_v.*");
        return ofTheLog && Stream.of("_id", "stream").anyMatch(field -> namesAPair(row.get(field)));
    }

    private static boolean namesAPair(@Nullable BsonValue value) {
        return value != null && value.isString() && value.asString().getValue().matches("(?s)(stream\n)?duplicate-.*");
    }

    private static String merge(String kept) {
        return """
            {"kept": "%s", "reason": "核对户口簿，为同一人", "on": "%s"}\
            """.formatted(kept, DAY);
    }

    private static String decision(String reason) {
        return """
            {"reason": "%s", "on": "%s"}\
            """.formatted(reason, DAY);
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
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
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
