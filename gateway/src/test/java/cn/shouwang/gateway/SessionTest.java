package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;

/// How a sign-in begins and all the ways it ends.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionTest {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // every test starts it, with limits of its own
    private RunningSuite suite;

    private void start(String... settings) {
        suite = RunningSuite.in(folder, settings);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void the_session_of_a_sign_in_is_not_the_one_it_began_with() {
        start();
        SignedIn county = suite.signIn("county");
        var ids = county.setCookies().stream()
                .filter(it -> it.startsWith("SHOUWANG="))
                .map(it -> it.substring("SHOUWANG=".length(), it.indexOf(';')))
                .distinct()
                .toList();
        assertThat(ids).as("one before the password, one after").hasSize(2);
        assertThat(county.cookie("SHOUWANG")).isEqualTo(ids.getLast());
        assertProblem(withSession(ids.getFirst()), 401, "access.unauthenticated");
        assertThat(withSession(ids.getLast()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_id_the_client_chose_is_not_taken() {
        start();
        HttpResponse<String> begun =
                suite.send(suite.request("/oauth2/authorization/shouwang").header("Cookie", "SHOUWANG=chosen"));
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("SHOUWANG=")
                .doesNotContain("chosen");
    }

    @Test
    void a_session_nobody_uses_ends() {
        start("--shouwang.gateway.session.idle=1s");
        SignedIn county = suite.signIn("county");
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        assertProblem(county.get("/me"), 401, "access.unauthenticated");
    }

    @Test
    void a_session_that_is_used_all_the_time_ends_too() {
        start("--shouwang.gateway.session.longest=4s");
        SignedIn county = suite.signIn("county");
        Instant last = Instant.now().plusSeconds(20);
        int asked = 0;
        while (county.get("/me").statusCode() == 200 && Instant.now().isBefore(last)) {
            asked++;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(asked).isPositive();
        assertProblem(county.get("/me"), 401, "access.unauthenticated");
    }

    @Test
    void a_sign_in_that_is_not_finished_is_forgotten_in_minutes_and_there_is_a_most_of_them() {
        start("--shouwang.gateway.session.most=3", "--shouwang.gateway.session.sign-in=1s");
        for (int i = 0; i < 3; i++) {
            assertThat(suite.get("/oauth2/authorization/shouwang").statusCode()).isEqualTo(302);
        }
        assertProblem(suite.get("/oauth2/authorization/shouwang"), 503, "access.too-many-sessions");
        assertThat(suite.get("/api/monitoring/public/x").statusCode()).isEqualTo(200);
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        assertThat(suite.get("/oauth2/authorization/shouwang").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_out_ends_the_refresh_token_too() throws Exception {
        start();
        SignedIn county = suite.signIn("county");
        String refreshToken = refreshToken(county);
        county.signOut();
        assertThat(refresh(refreshToken)).contains("invalid_grant");
    }

    @Test
    void signing_out_here_leaves_another_browser_signed_in() {
        start();
        SignedIn office = suite.signIn("county");
        SignedIn phone = suite.signIn("county");
        office.signOut();
        assertThat(phone.get("/me").statusCode()).isEqualTo(200);
        assertThat(phone.get("/api/monitoring/x").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_every_session_of_the_account_and_no_other() throws Exception {
        start();
        SignedIn office = suite.signIn("county");
        SignedIn phone = suite.signIn("county");
        SignedIn village = suite.signIn("village");
        String refreshToken = refreshToken(phone);

        assertThat(office.post("/logout/everywhere", "").body()).isEqualTo("{\"sessions\":2,\"issuerEnded\":true}");

        assertProblem(office.get("/me"), 401, "access.unauthenticated");
        assertProblem(phone.get("/me"), 401, "access.unauthenticated");
        assertProblem(phone.get("/api/monitoring/x"), 401, "access.unauthenticated");
        assertThat(refresh(refreshToken)).contains("invalid_grant");
        assertThat(phone.open("/oauth2/authorization/shouwang").body())
                .as("the issuer asks for the password again")
                .contains("name=\"password\"");
        assertThat(village.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_needs_a_sign_in_and_the_csrf_token() {
        start();
        SignedIn county = suite.signIn("county");
        var nobody = suite.request("/logout/everywhere").POST(BodyPublishers.noBody());
        assertProblem(suite.send(nobody), 401, "access.unauthenticated");
        assertProblem(county.postWithoutCsrfToken("/logout/everywhere", ""), 403, "access.csrf");
        assertThat(county.get("/me").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> withSession(String id) {
        return suite.send(suite.request("/me").header("Cookie", "SHOUWANG=" + id));
    }

    /// As somebody would have it who read the gateway's memory.
    private String refreshToken(SignedIn person) {
        WebSession session = suite.part(WebSessionStore.class)
                .retrieveSession(person.cookie("SHOUWANG"))
                .blockOptional()
                .orElseThrow();
        OAuth2RefreshToken token = session.getAttributes().values().stream()
                .filter(Map.class::isInstance)
                .flatMap(it -> ((Map<?, ?>) it).values().stream())
                .filter(OAuth2AuthorizedClient.class::isInstance)
                .map(it -> ((OAuth2AuthorizedClient) it).getRefreshToken())
                .findFirst()
                .orElseThrow();
        return token.getTokenValue();
    }

    private String refresh(String refreshToken) throws Exception {
        String client = Base64.getEncoder()
                .encodeToString(("gateway:" + IdentityProcess.SECRET).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(suite.identity.issuer().resolve("/oauth2/token"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token="
                        + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return stranger.send(request, BodyHandlers.ofString()).body();
        }
    }
}
