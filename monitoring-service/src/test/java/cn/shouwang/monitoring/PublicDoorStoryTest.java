package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.photo.Pictures;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What strangers can do at the doors without a lock, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // the services are there before the first test
class PublicDoorStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Issuer ISSUER = new Issuer();
    private static final AtomicInteger LOOKED_UP = new AtomicInteger();
    private static final String FORM = """
            {"village": "440233101203", "name": "测小样", "phone": "138-0000-0001", "idNumber": "999999198001010011",
             "members": 4, "reasons": ["ILLNESS"], "text": "%s"}""";
    private static final String WHY = """
            {"purpose": "VERIFICATION"}""";
    private static final String UNKNOWN = "0000000000000000";
    private static ConfigurableApplicationContext service;
    private static ConfigurableApplicationContext strict;
    private static ConfigurableApplicationContext door;

    private final String village = ISSUER.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = ISSUER.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String auditor = ISSUER.token("sj01", Role.AUDITOR, "440233");
    private final String bank = ISSUER.token("yh01", Role.BANK_OFFICER, "440233");

    @Configuration(proxyBeanMethods = false)
    static class CountingLookUps {

        @Bean
        MongoClientSettingsBuilderCustomizer counting() {
            return settings -> settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    var asked = event.getCommand().get("find");
                    if (asked != null
                            && asked.isString()
                            && asked.asString().getValue().matches("(reports|clues)_v.*")
                            // clocks look at clues by themselves now and then
                            && !Thread.currentThread().getName().startsWith("scheduling")) {
                        LOOKED_UP.incrementAndGet();
                    }
                }
            });
        }
    }

    /// A report as its household and as the offices know it.
    record Told(String id, String number) {

        String bare() {
            return number.replace("-", "");
        }
    }

    @BeforeAll
    static void start() {
        service = start("--shouwang.public.unknown-per-minute=100000");
        strict = start(
                "--shouwang.public.unknown-per-minute=3",
                "--shouwang.public.per-number-per-minute=5",
                "--shouwang.public.reports-per-village-hour=1");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri()));
        return new SpringApplicationBuilder(MonitoringService.class, CountingLookUps.class)
                .properties("logging.level.org.axonframework=error")
                .run(all.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
        strict.close();
        ISSUER.close();
    }

    @BeforeEach
    void at_the_usual_door() {
        door = service;
    }

    @Test
    void the_offices_never_see_the_number_and_the_number_is_no_name_of_theirs() throws Exception {
        var report = reported("屋顶漏雨");
        assertThat(report.id()).isEqualTo(ReportId.of(report.id()).value()).hasSize(36);
        var list = send(get("/reports?size=200", village)).body();
        assertThat(list).contains(report.id()).doesNotContain(report.number(), report.bare());
        assertThat(send(get("/reports/" + report.bare(), village)).statusCode()).isEqualTo(404);
        assertThat(send(get("/public/reports/" + report.id(), "")).statusCode()).isEqualTo(404);
        assertThat(progress(report).toString()).doesNotContain(report.number(), report.bare(), report.id());
    }

    @Test
    void all_numbers_nobody_was_given_get_one_answer_after_one_look_up() throws Exception {
        var forgotten = reported("已删除的人");
        assertThat(progress(forgotten).get("state").asString()).isEqualTo("SUBMITTED");
        service.getBean(StoredPersonKeys.class).destroy(List.of(forgotten.id()));
        var known = send(get("/public/reports/" + UNKNOWN, ""));
        for (var other :
                List.of("abc", "0000-0000-0000-0001", "%3Cb%3E", "UUUUUUUUUUUUUUUU", "%24ne", forgotten.number())) {
            for (var request : List.of(
                    get("/public/reports/" + other, ""),
                    json("/public/progress", "", "{\"trackingNumber\": \"%s\"}".formatted(other)),
                    asks(other, "0001"),
                    json("/public/reports/" + other + "/withdrawal", "", "{\"phoneEnding\": \"0001\"}"),
                    photo("/public/reports/" + other + "/photos", "", Pictures.jpeg(1)))) {
                LOOKED_UP.set(0);
                var answer = send(request);
                assertThat(answer.statusCode()).as(request.uri().toString()).isEqualTo(404);
                assertThat(untraced(answer.body())).isEqualTo(untraced(known.body()));
                assertThat(LOOKED_UP).hasValue(1);
                assertThat(answer.headers().map().keySet())
                        .containsAll(List.of("content-type"))
                        .doesNotContain("retry-after", "location");
            }
        }
    }

    @Test
    void what_is_no_number_takes_as_long_as_what_is_unknown() throws Exception {
        for (var warm = 0; warm < 30; warm++) {
            send(get("/public/reports/" + UNKNOWN, ""));
        }
        var unknown = new ArrayList<Long>();
        var nonsense = new ArrayList<Long>();
        for (var n = 0; n < 60; n++) {
            unknown.add(nanos("/public/reports/" + UNKNOWN));
            nonsense.add(nanos("/public/reports/abc"));
        }
        var ratio = (double) median(unknown) / median(nonsense);
        assertThat(ratio).as("median of unknown to median of nonsense").isBetween(0.4, 2.5);
    }

    @Test
    void progress_is_asked_by_the_number_in_the_body_and_kept_nowhere() throws Exception {
        var report = reported("<script>alert(1)</script>");
        var answer = send(json(
                "/public/progress",
                "",
                "{\"trackingNumber\": \" %s\"}".formatted(report.number().toLowerCase(Locale.ROOT))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("测*样").doesNotContain("script", "测小样", "0001", "999999");
        assertThat(send(get("/public/reports/" + report.number(), "")).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(JSON.readTree(send(get("/reports/" + report.id(), village)).body())
                        .get("text")
                        .asString())
                .as("hostile words are words")
                .isEqualTo("<script>alert(1)</script>");
        assertThat(send(get("/actuator/prometheus", "")).body())
                .contains("/public/reports/{tracking}")
                .doesNotContain(report.number(), report.bare(), UNKNOWN);
    }

    @Test
    void a_form_that_waited_in_a_village_without_a_line_gets_its_first_answer_again() throws Exception {
        var key = "offline-" + UUID.randomUUID();
        var first = send(json("/public/reports", "", FORM.formatted("排队"), "Idempotency-Key", key));
        var again = send(json("/public/reports", "", FORM.formatted("排队"), "Idempotency-Key", key));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("trackingNumber");
        assertThat(send(json("/public/reports", "", FORM.formatted("别的"), "Idempotency-Key", key))
                        .statusCode())
                .isEqualTo(422);
        var photo = "photo-" + UUID.randomUUID();
        var told = told(first);
        var path = "/public/reports/" + told.number() + "/photos";
        var sent = send(photo(path, "", Pictures.jpeg(5), "Idempotency-Key", photo));
        assertThat(send(photo(path, "", Pictures.jpeg(5), "Idempotency-Key", photo))
                        .body())
                .isEqualTo(sent.body());
        assertThat(JSON.readTree(send(get("/reports/" + told.id() + "/photos", village))
                                .body())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void taking_back_needs_the_end_of_the_phone_and_locks_after_five_wrong_ones() throws Exception {
        var mine = reported("自己撤回");
        var wrong = withdraw(mine, "1234");
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(code(wrong)).isEqualTo("report.withdrawal-unproven");
        assertThat(withdraw(mine, "12a4").statusCode()).isEqualTo(400);
        assertThat(withdraw(mine, "0001").statusCode()).isEqualTo(200);
        assertThat(progress(mine).get("state").asString()).isEqualTo("WITHDRAWN");

        var found = reported("号码丢了");
        for (var n = 0; n < 5; n++) {
            var guess = withdraw(found, "900" + n);
            assertThat(untraced(guess.body())).isEqualTo(untraced(wrong.body()));
        }
        assertThat(code(withdraw(found, "0001"))).isEqualTo("report.withdrawal-locked");
        assertThat(progress(found).get("state").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void who_looked_is_told_to_who_knows_the_end_of_the_phone_and_not_to_who_tries() throws Exception {
        var mine = reported("谁看过");
        assertThat(send(asks(mine.bare().toLowerCase(Locale.ROOT), "0001")).statusCode())
                .isEqualTo(200);
        var answer = send(asks(mine.number(), "0001"));
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        for (var ending : List.of("", "12a4", "00001", "001")) {
            assertThat(code(send(asks(mine.number(), ending)))).as(ending).isEqualTo("request.invalid");
        }

        var found = reported("号码被人捡到");
        for (var n = 0; n < 5; n++) {
            var guess = send(asks(found.number(), "900" + n));
            assertThat(guess.statusCode()).isEqualTo(409);
            assertThat(code(guess)).isEqualTo("report.identity-unproven");
        }
        var locked = send(asks(found.number(), "0001"));
        assertThat(locked.statusCode()).as("also when it is right").isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        assertThat(progress(found).get("state").asString())
                .as("which is still told")
                .isEqualTo("SUBMITTED");
        assertThat(send(asks(mine.number(), "0001")).statusCode())
                .as("of another")
                .isEqualTo(200);
        assertThat(send(get("/public/reports/" + mine.number() + "/readings", ""))
                        .statusCode())
                .as("by number alone")
                .isIn(401, 404);
    }

    private HttpRequest asks(String number, String phoneEnding) {
        return json("/public/readings", "", """
                {"trackingNumber": "%s", "phoneEnding": "%s"}""".formatted(number, phoneEnding));
    }

    @Test
    void a_photo_is_seen_by_the_office_in_scope_and_nobody_else_and_goes_with_the_household() throws Exception {
        var report = reported("有照片");
        var file = Pictures.photographed(Pictures.jpeg(40), 6, "2025:03:03 09:30:00");
        var answer = send(photo("/public/reports/" + report.number() + "/photos", "", file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var photo = JSON.readTree(answer.body()).get("photo").asString();
        assertThat(code(send(photo(
                        "/public/reports/" + report.number() + "/photos",
                        "",
                        Pictures.photographed(Pictures.jpeg(40), 6, "2020:01:01 01:01:01")))))
                .isEqualTo("report.photo-twice");

        var path = "/reports/" + report.id() + "/photos/" + photo + "/looks";
        var shown = HTTP.send(json(path, village, WHY), BodyHandlers.ofByteArray());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
                .containsEntry("content-disposition", List.of("inline; filename=\"photo.jpg\""));
        assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2025:03");
        assertThat(send(json(path, sister, WHY)).statusCode()).isEqualTo(404);
        assertThat(send(json(path, bank, WHY)).statusCode()).isEqualTo(403);
        assertThat(send(json(path, "", WHY)).statusCode()).isEqualTo(401);
        assertThat(code(send(json(path, village, "{}")))).isEqualTo("request.invalid");
        assertThat(code(send(json(path, village, """
                {"purpose": "CONTACT"}"""))))
                .as("nobody needs a picture to call somebody")
                .isEqualTo("reading.purpose-unsuited");
        var looks = JSON.readTree(send(asks(report.number(), "0001")).body());
        assertThat(looks).as("only what was shown").hasSize(1);
        assertThat(looks.get(0).get("field").asString()).isEqualTo("申报照片");
        var other = reported("另一户");
        assertThat(send(json("/reports/" + other.id() + "/photos/" + photo + "/looks", village, WHY))
                        .statusCode())
                .isEqualTo(404);

        assertThat(send(photo("/reports/" + other.id() + "/photos", sister, Pictures.jpeg(40)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(photo("/reports/" + other.id() + "/photos", auditor, Pictures.jpeg(40)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(photo("/reports/" + other.id() + "/photos", village, file))
                        .statusCode())
                .isEqualTo(201);
        var seen = JSON.readTree(
                        send(get("/reports/" + other.id() + "/photos", auditor)).body())
                .get(0);
        assertThat(seen.get("elsewhere").asBoolean())
                .as("the same picture came with two reports")
                .isTrue();

        service.getBean(StoredPersonKeys.class).destroy(List.of(report.id()));
        var gone = send(json(path, village, WHY));
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(code(gone)).isEqualTo("sealing.gone");
    }

    @Test
    void a_photo_that_is_none_is_refused_by_name() throws Exception {
        var path = "/public/reports/" + reported("坏照片").number() + "/photos";
        assertThat(code(send(photo(path, "", "no picture".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("photo.kind-unknown");
        assertThat(code(send(photo(path, "", Pictures.file("png", 9, 9, 1))))).isEqualTo("photo.kind-mismatch");
        assertThat(send(photo(path, "", new byte[8 * 1024 * 1024 + 1])).statusCode())
                .isEqualTo(413);
        assertThat(code(send(json(path, "", "{}")))).isEqualTo("photo.kind-unknown");
        assertThat(send(json("/public/reports", "", FORM.formatted("长".repeat(700_000))))
                        .statusCode())
                .as("only photos are larger")
                .isEqualTo(413);
    }

    @Test
    void a_flood_of_guesses_waits_and_known_numbers_go_on_and_no_report_is_refused() throws Exception {
        door = strict;
        var first = reported("第一");
        var second = reported("第二");
        for (var n = 0; n < 3; n++) {
            assertThat(send(get("/public/reports/" + UNKNOWN, "")).statusCode()).isEqualTo(404);
        }
        var flood = send(get("/public/reports/" + UNKNOWN, ""));
        assertThat(flood.statusCode()).isEqualTo(429);
        assertThat(code(flood)).isEqualTo("request.too-many");
        assertThat(flood.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(untraced(send(get("/public/reports/abc", "")).body())).isEqualTo(untraced(flood.body()));
        for (var n = 0; n < 5; n++) {
            assertThat(send(get("/public/reports/" + first.number(), "")).statusCode())
                    .isEqualTo(200);
        }
        assertThat(send(get("/public/reports/" + first.number(), "")).statusCode())
                .isEqualTo(429);
        assertThat(send(get("/public/reports/" + second.number(), "")).statusCode())
                .isEqualTo(200);

        var list = JSON.readTree(send(get("/reports?size=200", village)).body()).get("items");
        var crowded = new ArrayList<Boolean>();
        list.forEach(entry -> crowded.add(entry.get("crowded").asBoolean()));
        assertThat(crowded).containsExactlyInAnyOrder(false, true);
    }

    private Told reported(String text) throws Exception {
        return told(send(json("/public/reports", "", FORM.formatted(text))));
    }

    private static Told told(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var body = JSON.readTree(answer.body());
        return new Told(body.get("id").asString(), body.get("trackingNumber").asString());
    }

    private JsonNode progress(Told report) throws Exception {
        var answer = send(get("/public/reports/" + report.number(), ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> withdraw(Told report, String ending) throws Exception {
        return send(json(
                "/public/reports/" + report.number() + "/withdrawal",
                "",
                "{\"phoneEnding\": \"%s\"}".formatted(ending)));
    }

    private long nanos(String path) throws Exception {
        var from = System.nanoTime();
        send(get(path, ""));
        return System.nanoTime() - from;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static String untraced(String body) {
        return body.replaceAll("\"instance\":\"[^\"]*\"|\"traceId\":\"[^\"]*\"", "");
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /// What is there to see once all that was stored is seen.
    private HttpRequest get(String path, String token) {
        var last = door.getBean(Log.class).head() - 1;
        return request(path, token)
                .setHeader("Log-Position", Long.toString(last))
                .GET()
                .build();
    }

    private HttpRequest json(String path, String token, String body, String... headers) {
        return with(request(path, token).setHeader("Content-Type", "application/json"), headers)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest photo(String path, String token, byte[] file, String... headers) {
        return with(request(path, token).setHeader("Content-Type", "image/jpeg"), headers)
                .POST(BodyPublishers.ofByteArray(file))
                .build();
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (var n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        return request;
    }

    private HttpRequest.Builder request(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) door).getWebServer());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .setHeader("Accept-Language", "zh-CN")
                .setHeader("Accept", "*/*");
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request;
    }
}
