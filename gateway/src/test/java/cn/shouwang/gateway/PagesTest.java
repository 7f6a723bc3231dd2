package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the web pages come out, and how a page learns who is signed in. The files are those of
/// `src/test/resources/pages`.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {

    private static final String SCRIPT = "/assets/app-4f2a91c0.js";

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(
                folder, "--shouwang.gateway.limits.anonymous.burst=1000", "--shouwang.gateway.pages=classpath:/pages/");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /console/",
        "/console, /console/",
        "/field, /field/",
        "/field?a=1&b=%E5%AE%88, /field/?a=1&b=%E5%AE%88"
    })
    void who_comes_by_a_shorter_address_is_sent_on(String asked, String page) {
        HttpResponse<String> answer = suite.get(asked);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(page);
    }

    @ParameterizedTest
    @CsvSource({
        "/console/, console",
        "/console/index.html, console",
        "/console/cases/1f0c-22/history, console",
        "/field/, field",
        "/field/visits/today, field",
        "/report, report",
        "/report?village=440233101203, report",
        "/report/, report",
        "/report/440233101203, report"
    })
    void an_address_of_a_page_is_answered_with_the_page_and_nobody_has_to_sign_in(String asked, String page) {
        HttpResponse<String> answer = suite.get(asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>%s</title>".formatted(page));
        assertHeader(answer, "Content-Type", "text/html;charset=UTF-8");
        assertHeader(answer, "Cache-Control", "no-cache");
        assertHeader(answer, "Content-Security-Policy", BrowserTest.FOR_PAGES);
    }

    @ParameterizedTest
    @CsvSource({
        SCRIPT + ", text/javascript;charset=UTF-8",
        "/assets/app-77b01d2e.css, text/css;charset=UTF-8",
        "/assets/text-0b1c2d3e.woff2, font/woff2",
        "/favicon.svg, image/svg+xml;charset=UTF-8",
        "/field/sw.js, text/javascript;charset=UTF-8",
        "/field/manifest.webmanifest, application/manifest+json;charset=UTF-8"
    })
    void each_file_says_what_it_is(String path, String type) {
        HttpResponse<String> answer = suite.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertHeader(answer, "Content-Type", type);
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
    }

    @Test
    void what_has_its_content_in_its_name_is_kept_for_ever_and_the_rest_is_asked_for_again() {
        assertHeader(suite.get(SCRIPT), "Cache-Control", "public, max-age=31536000, immutable");
        for (String path : new String[] {"/console/", "/field/sw.js", "/field/manifest.webmanifest", "/favicon.svg"}) {
            HttpResponse<String> first = suite.get(path);
            assertHeader(first, "Cache-Control", "no-cache");
            String mark = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = suite.send(suite.request(path).header("If-None-Match", "\"other\", " + mark));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertHeader(again, "ETag", mark);
            assertHeader(again, "Cache-Control", "no-cache");
            assertThat(again.headers().firstValue("Content-Security-Policy"))
                    .as("the policy of the answer that is kept stays")
                    .isEmpty();
            var changed = suite.request(path).header("If-None-Match", "\"other\"");
            assertThat(suite.send(changed).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "nonsense", "\"", "W/", ",,"})
    void a_mark_nobody_gave_is_no_fault_of_ours(String mark) {
        var answer = suite.send(suite.request("/console/").header("If-None-Match", mark));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void who_takes_gzip_gets_less_and_who_does_not_gets_all() throws Exception {
        HttpResponse<byte[]> packed = bytes(SCRIPT, "br, gzip");
        HttpResponse<byte[]> plain = bytes(SCRIPT, "br, gzip;q=0");
        assertHeader(packed, "Content-Encoding", "gzip");
        assertHeader(packed, "Vary", "Accept-Encoding");
        assertHeader(plain, "Vary", "Accept-Encoding");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(packed.headers().firstValue("ETag"))
                .as("one form is not the other")
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(bytes("/assets/text-0b1c2d3e.woff2", "gzip").headers().firstValue("Content-Encoding"))
                .as("packed by its own nature")
                .isEmpty();
    }

    @Test
    void a_head_has_the_length_and_no_body() {
        HttpResponse<String> head = suite.send(suite.request(SCRIPT).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertHeader(
                head,
                "Content-Length",
                Integer.toString(suite.get(SCRIPT).body().getBytes(StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-00000000.js",
                "/assets/",
                "/console/gone.js",
                "/field/icons/gone.png",
                "/favicon.ico",
                "/consoles/",
                "/index.html",
                "/web/console/index.html"
            })
    void a_file_that_is_not_there_is_not_answered_with_a_page(String path) {
        HttpResponse<String> answer = suite.get(path);
        assertProblem(answer, 404, "gateway.not-found");
        assertHeader(answer, "Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yml",
                "/assets/%2e%2e/application.yml",
                "/console/..%2f..%2fapplication.yml",
                "/console/%2e%2e/%2e%2e/application.yml",
                "/field/..;/sw.js",
                "/field//sw.js",
                "/report/%5c..%5capplication.yml",
                "/report/%252e%252e/application.yml",
                "/console/x%00.html"
            })
    void an_address_in_disguise_gets_no_page(String path) {
        try (Wire wire = Wire.to(suite.gateway)) {
            assertThat(wire.write(Wire.get(path)).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_page_is_read_and_nothing_else(String method) {
        for (String path : new String[] {"/", "/console/", "/report", SCRIPT}) {
            var request = suite.request(path).method(method, BodyPublishers.ofString("{}"));
            assertProblem(suite.send(request), 404, "gateway.not-found");
        }
    }

    @Test
    void a_page_learns_that_nobody_is_signed_in_and_that_is_no_refusal() {
        HttpResponse<String> answer = suite.get("/session");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"signedIn\":false}");
        assertHeader(answer, "Cache-Control", "no-store");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("a token for what it sends, and no session")
                .hasSize(1)
                .allSatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
        var stale = suite.request("/session").header("Cookie", "SHOUWANG=00000000-0000-0000-0000-000000000000");
        assertThat(suite.send(stale).body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void a_page_learns_who_is_signed_in_and_no_longer_after_signing_out() {
        SignedIn village = suite.signIn("village");
        assertThat(village.get("/session").body()).isEqualTo("""
                {"signedIn":true,"username":"village","role":"VILLAGE_COMMITTEE","division":"440233999999",\
                "name":"村委会"}""");
        assertThat(village.cookie("XSRF-TOKEN")).isNotEmpty();
        assertThat(village.signOut().statusCode()).isEqualTo(200);
        assertThat(village.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/cases/1f0c-22, /console/cases/1f0c-22",
        "/console/, /console/",
        "/console/list?step=VISIT%26page=2, /console/list?step=VISIT&page=2",
        "/field, /field/",
        "/field/visits/today, /field/visits/today",
        "/report/440233101203, /console/",
        "/api/monitoring/households, /console/",
        "/consoles, /console/",
        "//elsewhere.example/console/, /console/",
        "https://elsewhere.example/console/, /console/",
        "/console/..//elsewhere.example, /console/",
        "/console/%2e%2e/api/x, /console/",
        "/console//elsewhere.example, /console/",
        "/console/%5celsewhere.example, /console/",
        "/console/%0d%0aSet-Cookie:a=b, /console/",
        "/console@elsewhere.example, /console/"
    })
    void who_signs_in_comes_back_to_the_page_of_ours_that_sent_them(String to, String page) {
        SignedIn county = suite.signIn("county");
        HttpResponse<String> back = county.open("/oauth2/authorization/shouwang?to=" + to);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.uri()).isEqualTo(suite.gateway.resolve(page));
    }

    @Test
    void without_a_page_to_come_back_to_it_is_the_console_also_after_another_was_asked_for() {
        SignedIn county = suite.signIn("county");
        assertThat(county.open("/oauth2/authorization/shouwang?to=/field/visits")
                        .uri()
                        .getPath())
                .isEqualTo("/field/visits");
        assertThat(county.open("/oauth2/authorization/shouwang").uri().getPath())
                .isEqualTo("/console/");
    }

    @Test
    void a_sign_in_that_failed_leads_back_to_the_page_it_began_at() {
        HttpResponse<String> begun = suite.get("/oauth2/authorization/shouwang?to=/field/visits");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var guessed = suite.request("/login/oauth2/code/shouwang?code=stolen&state=guessed")
                .header("Cookie", cookie);
        assertThat(suite.send(guessed).headers().firstValue("Location")).hasValue("/field/?sign-in=failed");
    }

    private static HttpResponse<byte[]> bytes(String path, String accepted) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    suite.request(path).header("Accept-Encoding", accepted).build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static void assertHeader(HttpResponse<?> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }
}
