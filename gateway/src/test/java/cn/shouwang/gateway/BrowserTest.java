package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser is told, and what another site can make it do.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserTest {

    private static final String OPEN = "/api/monitoring/public/x";
    static final String FOR_PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final String FOR_THE_REST =
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\ssrc=)|\\son[a-z]+=|\\sstyle=|<style");

    @TempDir
    static Path folder;

    private static RunningSuite suite;
    private static SignedIn county;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(folder, "--shouwang.gateway.limits.anonymous.burst=10000");
        county = suite.signIn("county");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void forget() {
        suite.monitoring.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/openapi",
                "/assets/docs.js",
                "/me",
                "/session",
                "/nothing-here",
                "/a;b",
                "/api/monitoring/x",
                OPEN,
                "/api/monitoring/public/careless",
                "/oauth2/authorization/shouwang",
                "/actuator/health"
            })
    void every_answer_has_the_headers_of_safety_and_tells_nothing_of_what_made_it(String path) {
        HttpResponse<String> answer = suite.get(path);
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
        assertHeader(answer, "X-Frame-Options", "DENY");
        assertHeader(answer, "Referrer-Policy", "no-referrer");
        assertHeader(answer, "Cross-Origin-Opener-Policy", "same-origin");
        assertHeader(answer, "Cross-Origin-Resource-Policy", "same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        boolean page = List.of("/docs", "/assets/docs.js").contains(path);
        assertHeader(answer, "Content-Security-Policy", page ? FOR_PAGES : FOR_THE_REST);
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .doesNotContain("server", "x-powered-by", "strict-transport-security")
                .noneMatch(it -> it.startsWith("access-control-"));
    }

    @Test
    void a_page_works_under_its_policy_because_nothing_of_it_is_inline() {
        assertThat(INLINE.matcher(suite.get("/docs").body()).find()).isFalse();
    }

    @Test
    void a_script_makes_no_markup_and_no_code_of_what_it_fetched() {
        assertThat(suite.get("/assets/docs.js").body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", ".style");
    }

    @Test
    void what_needs_a_session_is_kept_nowhere_whatever_the_service_says_and_what_is_public_may_be() {
        assertHeader(county.get("/me"), "Cache-Control", "no-store");
        assertHeader(county.get("/api/monitoring/careless"), "Cache-Control", "no-store");
        assertHeader(suite.get("/api/monitoring/public/careless"), "Cache-Control", "public, max-age=60");
        assertHeader(suite.get(OPEN), "Cache-Control", "no-store");
    }

    @Test
    void no_error_names_what_the_gateway_is_made_of() {
        for (String path : List.of("/a;b", "/api/monitoring/public/%252e", "/nothing", "/api/employment/public/drop")) {
            HttpResponse<String> answer = suite.get(path);
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat((answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT))
                    .doesNotContain("spring", "netty", "reactor", "java", "exception", "whitelabel", "at cn.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN, "/api/monitoring/households", "/me", "/", "/logout"})
    void a_preflight_is_refused_and_no_other_origin_may_read(String path) {
        var preflight = suite.request(path)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST");
        HttpResponse<String> refused = suite.send(preflight);
        assertProblem(refused, 405, "gateway.method-not-allowed");
        HttpResponse<String> read = suite.send(suite.request(path).header("Origin", "https://elsewhere.example"));
        assertThat(List.of(refused, read)).allSatisfy(answer -> assertThat(
                        answer.headers().map().keySet().stream().map(String::toLowerCase))
                .noneMatch(it -> it.startsWith("access-control-")));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, https://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void another_site_changes_nothing_even_with_the_right_token(String header, String value) {
        assertProblem(county.post("/api/monitoring/households", "{}", header, value), 403, "access.cross-site");
        assertProblem(county.post("/logout/everywhere", "", header, value), 403, "access.cross-site");
        var form = suite.request(OPEN).header(header, value).POST(BodyPublishers.ofString("{}"));
        assertProblem(suite.send(form), 403, "access.cross-site");
        assertThat(suite.monitoring.seen()).isEmpty();
        assertThat(county.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void our_own_page_may() {
        assertThat(county.post("/api/monitoring/x", "{}", "Origin", suite.gateway.toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(county.post("/api/monitoring/x", "{}", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void every_method_that_changes_something_needs_the_csrf_token(String method) {
        var request = suite.request("/api/monitoring/households")
                .method(method, BodyPublishers.ofString("{}"))
                .header(
                        "Cookie",
                        "SHOUWANG=%s; XSRF-TOKEN=%s".formatted(county.cookie("SHOUWANG"), county.cookie("XSRF-TOKEN")));
        assertProblem(suite.send(request), 403, "access.csrf");
        assertProblem(suite.send(request.header("X-XSRF-TOKEN", "guessed")), 403, "access.csrf");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void a_form_reaches_the_service_whole_and_a_field_of_it_is_no_csrf_token() {
        String token = county.cookie("XSRF-TOKEN");
        String fields = "_csrf=%s&village=440233101203".formatted(token);
        var form = suite.request("/api/monitoring/households")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "SHOUWANG=%s; XSRF-TOKEN=%s".formatted(county.cookie("SHOUWANG"), token))
                .POST(BodyPublishers.ofString(fields));
        assertProblem(suite.send(form), 403, "access.csrf");
        assertThat(suite.monitoring.seen()).isEmpty();
        assertThat(suite.send(form.header("X-XSRF-TOKEN", token)).statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.last().body()).isEqualTo(fields);
    }

    private static void assertHeader(HttpResponse<String> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }
}
