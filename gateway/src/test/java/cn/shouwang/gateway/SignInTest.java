package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static cn.shouwang.gateway.RunningSuite.json;
import static cn.shouwang.gateway.RunningSuite.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTest {

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.in(folder, "--shouwang.gateway.limits.anonymous.burst=1000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void forget() {
        suite.monitoring.forget();
    }

    @Test
    void a_session_reaches_the_service_as_a_token_with_role_and_division() throws Exception {
        SignedIn county = suite.signIn("county");
        HttpResponse<String> answer = county.get("/api/monitoring/households/1?page=2");
        assertThat(answer.statusCode()).isEqualTo(200);

        StubService.Seen seen = suite.monitoring.last();
        assertThat(seen.path()).isEqualTo("/households/1");
        assertThat(seen.header("Cookie")).isEmpty();
        var claims = SignedJWT.parse(seen.header("Authorization").substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("county");
        assertThat(claims.getAudience()).containsExactly("shouwang");
        assertThat(claims.getStringClaim("role")).isEqualTo("COUNTY_OFFICER");
        assertThat(claims.getStringClaim("division")).isEqualTo("440233");
        assertThat(claims.getClaims()).doesNotContainKey("name");
    }

    @Test
    void the_page_learns_who_is_signed_in_and_never_a_token() {
        SignedIn village = suite.signIn("village");
        HttpResponse<String> me = village.get("/me");
        assertThat(me.body()).isEqualTo("""
                {"username":"village","role":"VILLAGE_COMMITTEE","division":"440233999999","name":"村委会"}""");
        assertThat(village.cookie("SHOUWANG")).isNotEmpty().doesNotContain(".");
    }

    @Test
    void a_program_learns_who_it_is_too_but_not_its_name() {
        var request =
                suite.request("/me").header("Authorization", "Bearer " + signed(suite.claims(), suite.issuersKey()));
        assertThat(suite.send(request).body()).isEqualTo("""
                {"username":"script","role":"COUNTY_OFFICER","division":"440233","name":null}""");
    }

    @Test
    void a_session_posts_with_the_csrf_token_and_not_without() {
        SignedIn county = suite.signIn("county");
        assertThat(county.post("/api/monitoring/households", "{\"members\":4}").statusCode())
                .isEqualTo(200);
        assertThat(suite.monitoring.last().body()).isEqualTo("{\"members\":4}");
        suite.monitoring.forget();
        assertProblem(county.postWithoutCsrfToken("/api/monitoring/households", "{}"), 403, "access.csrf");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void without_a_session_an_api_call_is_refused_and_not_redirected() {
        assertProblem(suite.get("/api/monitoring/households"), 401, "access.unauthenticated");
        assertProblem(suite.get("/me"), 401, "access.unauthenticated");
        var post = suite.request("/api/monitoring/households").POST(BodyPublishers.ofString("{}"));
        assertProblem(suite.send(post), 401, "access.unauthenticated");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void what_is_public_needs_neither_session_nor_csrf_token_and_carries_no_credentials() {
        assertThat(suite.get("/api/monitoring/public/divisions").statusCode()).isEqualTo(200);
        var post = suite.request("/api/monitoring/public/reports")
                .header("Authorization", "Basic dGVzdDp0ZXN0")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(suite.send(post).statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.last().header("Authorization")).isEmpty();
        var put = suite.request("/api/monitoring/public/reports").PUT(BodyPublishers.ofString("{}"));
        assertProblem(suite.send(put), 401, "access.unauthenticated");
    }

    @Test
    void a_bearer_token_of_the_issuer_passes_as_it_is_without_csrf_token() {
        String token = signed(suite.claims(), suite.issuersKey());
        HttpResponse<String> answer = bearer(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.last().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void a_forged_expired_or_misdirected_token_is_refused() throws Exception {
        var foreignKey =
                new RSAKeyGenerator(2048).keyID(suite.issuersKey().getKeyID()).generate();
        Date past = Date.from(Instant.now().minusSeconds(600));
        assertBadToken(signed(suite.claims(), foreignKey));
        assertBadToken(signed(suite.claims().expirationTime(past), suite.issuersKey()));
        assertBadToken(signed(suite.claims().audience("gateway"), suite.issuersKey()));
        assertBadToken(signed(suite.claims().audience((String) null), suite.issuersKey()));
        assertBadToken(signed(suite.claims().issuer("http://127.0.0.1:1"), suite.issuersKey()));
        assertBadToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJjb3VudHkifQ.");
        assertBadToken("nonsense");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void a_session_does_not_help_a_bad_token() {
        SignedIn county = suite.signIn("county");
        var request = suite.request("/api/monitoring/households")
                .header("Cookie", "SHOUWANG=" + county.cookie("SHOUWANG"))
                .header("Authorization", "Bearer nonsense")
                .POST(BodyPublishers.ofString("{}"));
        assertProblem(suite.send(request), 401, "access.bad-token");
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_issuer() {
        SignedIn county = suite.signIn("county");
        String before = county.cookie("SHOUWANG");
        HttpResponse<String> answer = county.signOut();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("issuerEnded").booleanValue()).isTrue();
        var replay = suite.request("/api/monitoring/households").header("Cookie", "SHOUWANG=" + before);
        assertProblem(suite.send(replay), 401, "access.unauthenticated");
        assertThat(county.open("/oauth2/authorization/shouwang").body())
                .as("the issuer asks for the password again")
                .contains("name=\"password\"");
    }

    @Test
    void signing_out_needs_the_csrf_token() {
        SignedIn county = suite.signIn("county");
        assertProblem(county.postWithoutCsrfToken("/logout", ""), 403, "access.csrf");
        assertThat(county.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_restart_of_the_issuer_leaves_sessions_and_tokens_valid() {
        SignedIn county = suite.signIn("county");
        String token = signed(suite.claims(), suite.issuersKey());
        suite.identity.restart();
        assertThat(county.get("/api/monitoring/households").statusCode()).isEqualTo(200);
        assertThat(bearer(token).statusCode()).isEqualTo(200);
        assertThat(suite.signIn("village").get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_callback_nobody_asked_for_signs_nobody_in() {
        HttpResponse<String> answer = suite.get("/login/oauth2/code/shouwang?code=stolen&state=guessed");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/console/?sign-in=failed");
    }

    private void assertBadToken(String token) {
        assertProblem(bearer(token), 401, "access.bad-token");
    }

    private static HttpResponse<String> bearer(String token) {
        return suite.send(suite.request("/api/monitoring/households")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{}")));
    }
}
