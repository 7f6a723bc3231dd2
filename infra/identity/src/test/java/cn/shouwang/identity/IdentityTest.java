package cn.shouwang.identity;

import static cn.shouwang.identity.RunningIdentity.CALLBACK;
import static cn.shouwang.identity.RunningIdentity.authorizePath;
import static cn.shouwang.identity.RunningIdentity.claims;
import static cn.shouwang.identity.RunningIdentity.json;
import static cn.shouwang.identity.UsersFileTest.entry;
import static cn.shouwang.identity.UsersFileTest.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityTest {

    private static final String PASSWORD = "correct horse";
    private static final String ENCODED = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final String TOWN = entry("town", ENCODED, "TOWN_OFFICE", "440233101", "镇办");

    @TempDir
    Path folder;

    private RunningIdentity identity;

    @BeforeEach
    void start() throws IOException {
        users(TOWN);
        identity = RunningIdentity.in(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void signing_in_leads_back_to_the_gateway_with_a_code_for_tokens() {
        assertThat(location(identity.authorize())).endsWith("/login");
        assertThat(location(identity.signIn("town", PASSWORD))).contains("/oauth2/authorize?");
        JsonNode tokens = identity.tokens();

        JsonNode access = claims(tokens, "access_token");
        assertThat(access.path("sub").stringValue()).isEqualTo("town");
        assertThat(access.path("role").stringValue()).isEqualTo("TOWN_OFFICE");
        assertThat(access.path("division").stringValue()).isEqualTo("440233101");
        assertThat(access.path("iss").stringValue()).isEqualTo("http://127.0.0.1:8081");
        assertThat(access.path("exp").longValue() - access.path("iat").longValue())
                .isEqualTo(5 * 60);
        assertThat(access.path("aud")).hasToString("\"shouwang\"");
        assertThat(access.has("name")).isFalse();

        JsonNode id = claims(tokens, "id_token");
        assertThat(id.path("name").stringValue()).isEqualTo("镇办");
        assertThat(id.path("role").stringValue()).isEqualTo("TOWN_OFFICE");
        assertThat(id.path("nonce").stringValue()).isEqualTo("n");
    }

    @Test
    void without_a_proof_key_no_code_is_given() {
        identity.signIn("town", PASSWORD);
        assertThat(location(identity.asking(authorizePath(CALLBACK, "")))).contains("error=invalid_request");
    }

    @Test
    void a_foreign_address_is_never_returned_to() {
        identity.signIn("town", PASSWORD);
        HttpResponse<String> answer = identity.asking(authorizePath("http://127.0.0.1:2/elsewhere", ""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(json(answer).path("code").stringValue()).isEqualTo("request.invalid");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        HttpResponse<String> wrong = identity.signIn("town", "guess");
        HttpResponse<String> unknown = identity.signIn("nobody", "guess");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).contains("用户名或密码不正确");
        assertThat(withoutToken(wrong)).isEqualTo(withoutToken(unknown)).doesNotContain("town");
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(identity.signIn("town", "guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = identity.signIn("town", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(50L, 60L);
        assertThat(refused.body()).contains("尝试次数过多");
    }

    @Test
    void a_form_without_its_token_is_asked_again() {
        HttpResponse<String> answer = identity.post("/login", Map.of("username", "town", "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面已过期");
    }

    @Test
    void what_is_no_form_of_ours_is_no_page_when_it_is_refused() {
        HttpResponse<String> answer = identity.post("/households/1/file", Map.of("a", "b"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_token_that_does_not_count_is_told_so_without_a_reason_and_without_an_address() {
        for (String path : List.of("/userinfo", "/anything")) {
            HttpResponse<String> refused = identity.withToken("a.b.c", path);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer error=\"invalid_token\"");
            assertThat(json(refused).path("code").stringValue()).isEqualTo("access.unauthenticated");
        }
    }

    @Test
    void nothing_describes_the_issuer_by_the_host_it_was_asked_as() {
        HttpResponse<String> asked = identity.asking("/.well-known/oauth-protected-resource");
        assertThat(asked.statusCode()).isIn(302, 401);
        assertThat(asked.body()).doesNotContain("resource");
    }

    @Test
    void the_login_page_is_chinese_first_and_loads_nothing_from_elsewhere() {
        HttpResponse<String> page = identity.get("/login");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"zh-CN\">").doesNotContain("http", "<script", "style=");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("SHOUWANG_ISSUER=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(identity.get("/login.css").statusCode()).isEqualTo(200);
    }

    @Test
    void what_the_file_says_of_an_office_counts_once() throws IOException {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        users(TOWN.replace("TOWN_OFFICE", "TOWN_PARTY_SECRETARY"));
        JsonNode refreshed = json(identity.refresh(tokens));
        assertThat(claims(refreshed, "access_token").path("role").stringValue()).isEqualTo("TOWN_OFFICE");
    }

    @Test
    void a_user_added_to_the_file_later_signs_in_at_once() throws IOException {
        users(TOWN, entry("later", ENCODED, "COUNTY_OFFICER", "440233", "县局"));
        identity.signIn("later", PASSWORD);
        assertThat(claims(identity.tokens(), "access_token").path("role").stringValue())
                .isEqualTo("COUNTY_OFFICER");
    }

    @Test
    void who_is_no_longer_in_the_file_gets_no_further_token() throws IOException {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        users();
        HttpResponse<String> answer = identity.refresh(tokens);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void a_token_of_one_kind_does_not_pass_for_another() {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        HttpResponse<String> answer = identity.token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("access_token").stringValue()));
        assertThat(json(answer).path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void a_restart_keeps_the_key_and_forgets_the_grants() {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        String published = identity.get("/oauth2/jwks").body();
        identity.close();
        identity = RunningIdentity.in(folder);
        assertThat(identity.get("/oauth2/jwks").body()).isEqualTo(published).doesNotContain("\"d\":");
        assertThat(json(identity.refresh(tokens)).path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void signing_out_ends_the_browser_session_and_the_refresh_token() {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        assertThat(identity.endSession(tokens).statusCode()).isEqualTo(302);
        assertThat(json(identity.refresh(tokens)).path("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(location(identity.authorize()))
                .as("the dead session is dropped")
                .endsWith("/login");
    }

    @Test
    void the_id_token_of_the_sign_in_still_signs_out_after_a_refresh() {
        identity.signIn("town", PASSWORD);
        JsonNode tokens = identity.tokens();
        assertThat(identity.refresh(tokens).statusCode()).isEqualTo(200);
        assertThat(identity.endSession(tokens).statusCode()).isEqualTo(302);
        assertThat(json(identity.refresh(tokens)).path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void signing_out_leaves_other_sessions_of_the_same_user() {
        identity.signIn("town", PASSWORD);
        JsonNode first = identity.tokens();
        identity.forgetCookies();
        identity.signIn("town", PASSWORD);
        JsonNode second = identity.tokens();
        identity.endSession(first);
        assertThat(location(identity.authorize())).startsWith(CALLBACK);
        assertThat(identity.refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void probes_and_figures_are_open_and_nothing_else_of_the_actuator() {
        assertThat(identity.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(identity.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(identity.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(identity.get("/actuator/env").statusCode()).isEqualTo(401);
    }

    private void users(String... entries) throws IOException {
        Files.writeString(folder.resolve("users.json"), file(entries));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]+\"", "");
    }
}
