package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.flag.RestDays;
import cn.shouwang.platform.projection.Views;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Flags of the smallest service over HTTP, by a clock that is set by hand and the platform's own rules.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagStoryTest {

    private static final String PLACE = "440233101203";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /// A Monday.
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Issuer ISSUER = new Issuer();
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    private final MongoDatabase database = Servers.freshDatabase();
    private ConfigurableApplicationContext service = run(HandSet.class);
    private final String auditor = token("shen01", Role.AUDITOR, "440233");
    private final String town = token("zhen01", Role.TOWN_OFFICE, "440233101");
    private String position = "0";

    static class HandSet {

        @Bean
        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZONE;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(NOW.get(), zone);
                }

                @Override
                public Instant instant() {
                    return NOW.get();
                }
            };
        }
    }

    /// The Friday after is a holiday.
    static class Holiday {

        @Bean
        RestDays restDays() {
            return day -> day.equals(MONDAY.plusDays(4));
        }
    }

    private ConfigurableApplicationContext run(Class<?>... more) {
        var sources = new ArrayList<Class<?>>(List.of(PearService.class));
        sources.addAll(List.of(more));
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties(
                        "server.port=0",
                        "spring.threads.virtual.enabled=true",
                        "logging.level.org.axonframework=error",
                        "spring.application.name=pear",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "shouwang.area=440233",
                        "spring.mongodb.uri=" + Servers.uri(database),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=shouwang",
                        "management.endpoints.web.exposure.include=health,prometheus")
                .run();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void an_entry_that_came_late_is_told_explained_and_settled() throws Exception {
        var clerk = token("late01", Role.VILLAGE_COMMITTEE, PLACE);
        set(MONDAY.atTime(9, 30));
        plant(clerk, MONDAY.minusDays(15));
        plant(clerk, MONDAY.minusDays(37));
        var flag = one("?actor=late01");
        assertThat(flag.get("kind").asString()).isEqualTo("LATE_ENTRY");
        assertThat(flag.get("measure").get("value").asLong()).isEqualTo(37);
        assertThat(flag.get("rule").get("threshold").asLong()).isEqualTo(15);
        assertThat(flag.get("rule").get("edition").asString()).isEqualTo("2021-01-01");
        assertThat(flag.get("rule").get("source").asString()).contains("No document names figures");
        assertThat(flag.get("words").asString()).contains("2031-01-25", "2031-03-03 09:30", "37", "15");
        assertThat(flag.get("innocent").asString()).contains("先记纸质材料后补录");
        assertThat(flag.get("note").asString()).contains("不认定任何人有过错");
        assertThat(flag.get("state").asString()).isEqualTo("OPEN");

        var number = flag.get("flag").asString();
        var seen = get("/flags/" + number, town);
        assertThat(seen.get("events")).hasSize(1);
        assertThat(seen.get("events").get(0).get("on").asString()).isEqualTo("2031-01-25");
        assertThat(seen.get("events").get(0).get("recordedAt").asString()).isEqualTo("2031-03-03T01:30:00Z");
        assertThat(send("GET", "/flags/" + number, auditor, "", "Accept-Language", "en")
                        .body())
                .contains("37 days later", "finds nobody at fault");

        var sister = token("sister01", Role.VILLAGE_COMMITTEE, "440233101204");
        var why = "{\"text\": \"林家的纸质表丢失后重填\"}";
        assertThat(code(post("/flags/" + number + "/explanation", sister, why))).isEqualTo("access.out-of-division");
        assertThat(code(post("/flags/" + number + "/explanation", town, why))).isEqualTo("flag.not-concerned");
        assertThat(code(post("/flags/" + number + "/explanation", auditor, why)))
                .isEqualTo("access.not-allowed");
        assertThat(post("/flags/" + number + "/explanation", clerk, "{\"text\": \" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/flags/mine", clerk).get("items")).hasSize(1);
        accepted(post("/flags/" + number + "/explanation", clerk, why));
        assertThat(code(post("/flags/" + number + "/explanation", clerk, why))).isEqualTo("flag.explained-before");

        assertThat(get("/flags/mine", clerk).at("/items/0/explanation/text").asString())
                .contains("林家");
        assertThat(get("/flags/" + number, auditor).at("/flag/explanation/text").asString())
                .contains("林家");
        assertThat(get("/flags/" + number, town).toString()).contains("late01").doesNotContain("林家");
        assertThat(database.getCollection("log", RawBsonDocument.class)
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain("林家");

        var settled = "{\"outcome\": \"SETTLED\", \"note\": \"已核对\"}";
        assertThat(code(post("/flags/" + number + "/review", clerk, settled))).isEqualTo("access.not-allowed");
        assertThat(code(post("/flags/" + number + "/review", token("late01", Role.AUDITOR, "440233"), settled)))
                .isEqualTo("flag.own");
        accepted(post("/flags/" + number + "/review", auditor, settled.replace("SETTLED", "FOLLOW_UP")));
        assertThat(code(post("/flags/" + number + "/review", auditor, settled.replace("SETTLED", "FOLLOW_UP"))))
                .isEqualTo("flag.reviewed-before");
        accepted(post("/flags/" + number + "/review", auditor, settled));
        assertThat(code(post("/flags/" + number + "/review", auditor, settled))).isEqualTo("flag.settled");
        assertThat(code(post("/flags/" + number + "/explanation", clerk, why))).isEqualTo("flag.settled");
        assertThat(get("/flags?actor=late01&state=SETTLED", auditor)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/flags?actor=late01&state=OPEN", auditor).get("total").asInt())
                .isZero();
    }

    @Test
    void what_is_not_flagged_is_not_there_for_anyone() throws Exception {
        var nothing = "/flags/7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11";
        assertThat(send("GET", nothing, auditor, "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/flags/none", auditor, "").statusCode()).isEqualTo(404);
        assertThat(post(nothing + "/review", auditor, "{\"outcome\": \"SETTLED\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(nothing + "/explanation", town, "{\"text\": \"无\"}").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/flags?division=%27", auditor, "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/flags?kind=GUILT", auditor, "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/flags/lateness?month=2031", auditor, "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thirty_entries_in_a_quarter_of_an_hour_are_one_flag_and_twenty_nine_are_none() throws Exception {
        var clerk = token("bulk01", Role.VILLAGE_COMMITTEE, PLACE);
        var begin = MONDAY.plusDays(1).atTime(9, 0);
        entries(clerk, 29, begin, Duration.ofSeconds(31));
        assertThat(get("/flags?actor=bulk01", auditor).get("total").asInt()).isZero();
        entries(clerk, 1, begin.plusSeconds(29 * 31), Duration.ZERO);
        entries(clerk, 4, begin.plusSeconds(30 * 31), Duration.ofSeconds(31));
        var flag = one("?actor=bulk01");
        assertThat(flag.get("kind").asString()).isEqualTo("BULK_ENTRY");
        assertThat(flag.get("measure").get("value").asLong()).isEqualTo(34);
        assertThat(flag.get("words").asString()).contains("2031-03-04 09:00", "34 件", "15 分钟 30 件");
        assertThat(get("/flags/" + flag.get("flag").asString(), auditor).get("events"))
                .hasSize(34);
    }

    @Test
    void entries_at_night_and_on_a_day_off_are_told_apart() throws Exception {
        var clerk = token("night01", Role.VILLAGE_COMMITTEE, PLACE);
        entries(clerk, 5, MONDAY.plusDays(2).atTime(23, 0), Duration.ofMinutes(10));
        entries(clerk, 5, MONDAY.plusDays(3).atTime(1, 0), Duration.ofMinutes(10));
        var saturday = MONDAY.plusDays(5);
        entries(clerk, 20, saturday.atTime(9, 0), Duration.ofMinutes(20));
        var flags = get("/flags?actor=night01", auditor).get("items");
        assertThat(flags)
                .extracting(flag -> flag.get("kind").asString() + " "
                        + flag.get("on").asString() + " "
                        + flag.at("/measure/value").asLong())
                .containsExactly("REST_DAY_BURST 2031-03-08 20", "NIGHT_BURST 2031-03-05 10");
        assertThat(get("/flags?actor=night01&from=2031-03-06&to=2031-03-06", auditor)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void how_late_entries_are_is_told_by_event_place_and_month() throws Exception {
        var clerk = token("slow01", Role.VILLAGE_COMMITTEE, "440233101205");
        set(LocalDate.of(2031, 5, 6).atTime(9, 0));
        for (var days : List.of(0, 0, 0, 0, 1, 1, 2, 3, 9, 40)) {
            plant(clerk, "440233101205", LocalDate.of(2031, 5, 6).minusDays(days));
        }
        var told = get("/flags/lateness?month=2031-05&digits=12&division=440233101205&event=pear.planted", auditor)
                .get("items");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("count").asInt()).isEqualTo(10);
        assertThat(told.get(0).get("late").asInt()).isEqualTo(1);
        assertThat(told.get(0).get("least").asLong()).isZero();
        assertThat(told.get(0).get("median").asLong()).isEqualTo(1);
        assertThat(told.get(0).get("ninetieth").asLong()).isEqualTo(9);
        assertThat(told.get(0).get("most").asLong()).isEqualTo(40);
        assertThat(get("/flags/lateness?month=2031-05", town).get("total").asInt())
                .isEqualTo(2);
        var elsewhere = token("zhen02", Role.TOWN_OFFICE, "440233102");
        assertThat(get("/flags/lateness?month=2031-05", elsewhere).get("total").asInt())
                .isZero();
    }

    @Test
    void a_restart_and_a_second_process_show_the_same_and_another_calendar_is_built_beside() throws Exception {
        var clerk = token("again01", Role.VILLAGE_COMMITTEE, PLACE);
        entries(clerk, 20, MONDAY.plusDays(4).atTime(9, 0), Duration.ofMinutes(20));
        set(MONDAY.plusDays(4).atTime(20, 0));
        plant(clerk, MONDAY.minusDays(90));
        assertThat(get("/flags?actor=again01", auditor).get("total").asInt()).isEqualTo(1);
        var before = rows();

        service.close();
        service = run(HandSet.class);
        assertThat(get("/flags?actor=again01", auditor).get("total").asInt()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);

        try (var second = run(HandSet.class)) {
            plant(clerk, MONDAY.minusDays(91));
            assertThat(second.getBean(Views.class).await(Long.parseLong(position), Duration.ofSeconds(20)))
                    .isTrue();
        }
        assertThat(get("/flags?actor=again01", auditor).get("total").asInt()).isEqualTo(2);
        var both = rows();

        service.close();
        database.getCollection("readers").deleteOne(new Document("_id", "view-" + name().replace("_v", "-v")));
        database.getCollection(name()).drop();
        service = run(HandSet.class);
        assertThat(get("/flags?actor=again01", auditor).get("total").asInt()).isEqualTo(2);
        assertThat(rows()).isEqualTo(both);

        service.close();
        service = run(HandSet.class, Holiday.class);
        assertThat(get("/flags?actor=again01&kind=REST_DAY_BURST", auditor)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .filteredOn(name -> name.startsWith("flags_v"))
                .hasSize(2);
    }

    private String name() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("flags_v"))
                .findFirst()
                .orElseThrow();
    }

    private List<RawBsonDocument> rows() {
        return database.getCollection(name(), RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private void entries(String clerk, int count, LocalDateTime begin, Duration pause) throws Exception {
        for (var n = 0; n < count; n++) {
            var at = begin.plus(pause.multipliedBy(n));
            set(at);
            plant(clerk, at.toLocalDate());
        }
    }

    private static String token(String account, Role role, String division) {
        return ISSUER.token(account, role, division);
    }

    private static void set(LocalDateTime at) {
        NOW.set(at(at));
    }

    private static Instant at(LocalDateTime at) {
        return at.atZone(ZONE).toInstant();
    }

    private void plant(String clerk, LocalDate on) throws Exception {
        plant(clerk, PLACE, on);
    }

    private void plant(String clerk, String place, LocalDate on) throws Exception {
        accepted(post("/pears", clerk, "{\"division\": \"%s\", \"on\": \"%s\"}".formatted(place, on)));
    }

    /// The only flag that a question finds.
    private JsonNode one(String question) throws Exception {
        var found = get("/flags" + question, auditor);
        assertThat(found.get("total").asInt()).as(found.toString()).isEqualTo(1);
        return found.at("/items/0");
    }

    private JsonNode get(String path, String token) throws Exception {
        var answer = send("GET", path, token, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        var answer = send("POST", path, token, body);
        answer.headers().firstValue("Log-Position").ifPresent(reached -> position = reached);
        return answer;
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString();
    }

    private HttpResponse<String> send(String method, String path, String token, String body, String... headers)
            throws Exception {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Log-Position", position);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
