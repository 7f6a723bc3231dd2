package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static cn.shouwang.gateway.RunningSuite.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorTest {

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.limits.anonymous.burst=1000",
                "--shouwang.gateway.services.industry.uri=http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void headers_that_only_our_side_may_set_do_not_come_in() {
        suite.send(suite.request("/api/monitoring/public/x")
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-Forwarded-Host", "elsewhere")
                .header("Forwarded", "for=192.0.2.1")
                .header("X-Real-IP", "192.0.2.1")
                .header("X-Shouwang-Role", "SYSTEM_ADMIN")
                .header("x-original-url", "/admin")
                .header("tracestate", "a=b")
                .header("traceparent", "00-11111111111111111111111111111111-1111111111111111-01")
                .header("Idempotency-Key", "kept"));
        StubService.Seen seen = suite.monitoring.last();
        assertThat(seen.headers().keySet().stream().map(String::toLowerCase))
                .noneMatch(name -> name.startsWith("x-forwarded") || name.startsWith("x-shouwang"))
                .doesNotContain("forwarded", "x-real-ip", "x-original-url", "tracestate");
        assertThat(seen.header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("1111111111111111");
        assertThat(seen.header("Idempotency-Key")).isEqualTo("kept");
    }

    @Test
    void an_unknown_address_is_a_problem() {
        assertProblem(suite.get("/nothing-here"), 404, "gateway.not-found");
        assertProblem(suite.get("/api/unknown/public/x"), 404, "gateway.not-found");
    }

    @Test
    void the_page_of_documents_is_chinese_first_and_loads_nothing_from_elsewhere() {
        HttpResponse<String> page = suite.get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"zh-CN\">").doesNotContain("http:", "https:", "style=");
        for (String asset : new String[] {"/assets/pages.css", "/assets/docs.js"}) {
            assertThat(suite.get(asset).statusCode()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void the_session_cookie_is_for_the_gateway_only() {
        HttpResponse<String> start = suite.get("/oauth2/authorization/shouwang");
        assertThat(start.statusCode()).isEqualTo(302);
        assertThat(start.headers().firstValue("Location").orElseThrow())
                .startsWith(suite.identity.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=");
        assertThat(start.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("SHOUWANG=")
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure"); // which a browser would not send back by http
    }

    @Test
    void the_merged_document_has_every_service_and_names_those_that_are_down() {
        JsonNode api = json(suite.get("/openapi"));
        JsonNode operation =
                api.path("paths").path("/api/monitoring/households/{id}").path("get");
        assertThat(operation.path("operationId").asString("")).isEqualTo("monitoring.get");
        assertThat(operation.path("tags").toString()).isEqualTo("[\"monitoring · household\"]");
        assertThat(operation.path("responses").toString()).contains("#/components/schemas/monitoring.Entry");
        assertThat(api.path("components").path("schemas").propertyNames())
                .containsExactlyInAnyOrder("monitoring.Entry", "employment.Entry");
        assertThat(api.path("paths").has("/api/employment/households/{id}")).isTrue();
        assertThat(api.path("x-unavailable").toString()).isEqualTo("[\"identity\",\"industry\"]");
    }

    @Test
    void the_probes_are_there_and_nothing_else_of_the_actuator() {
        assertThat(suite.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(suite.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(suite.get("/actuator/health").headers().firstValue("Content-Type"))
                .as("not the media type of a product")
                .hasValue("application/json");
        for (String inside : List.of("/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump")) {
            assertProblem(suite.get(inside), 401, "access.unauthenticated");
        }
    }
}
