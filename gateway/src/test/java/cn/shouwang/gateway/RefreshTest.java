package cn.shouwang.gateway;

import static cn.shouwang.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Access tokens live so shortly here that every request finds its token about to expire.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefreshTest {

    private static final String PATH = "/api/monitoring/households";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // before each
    private RunningSuite suite;

    @SuppressWarnings("NullAway.Init") // before each
    private SignedIn county;

    @BeforeEach
    void start() {
        suite = RunningSuite.in(folder);
        suite.identity.accessTokensLive(Duration.ofSeconds(30));
        county = suite.signIn("county");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void a_token_about_to_expire_is_replaced_without_a_word_and_signing_out_still_works() {
        assertThat(county.get(PATH).statusCode()).isEqualTo(200);
        assertThat(county.get(PATH).statusCode()).isEqualTo(200);
        assertThat(suite.monitoring.seen().stream().map(it -> it.header("Authorization")))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.startsWith("Bearer "));
        assertThat(county.signOut().body()).isEqualTo("{\"issuerEnded\":true}");
    }

    @Test
    void who_was_taken_out_of_the_users_is_signed_out() {
        suite.identity.forgetUsers();
        assertProblem(county.get(PATH), 401, "access.unauthenticated");
        assertProblem(county.get("/me"), 401, "access.unauthenticated");
        assertThat(suite.monitoring.seen()).isEmpty();
    }

    @Test
    void while_the_issuer_is_away_the_session_waits() {
        suite.identity.close();
        assertProblem(county.get(PATH), 503, "access.issuer-unavailable");
        assertThat(county.get("/me").statusCode()).isEqualTo(200);
        assertThat(county.signOut().body()).isEqualTo("{\"issuerEnded\":false}");
        assertProblem(county.get("/me"), 401, "access.unauthenticated");
    }

    @Test
    void a_bearer_token_cannot_be_checked_while_the_issuer_was_never_there() {
        suite.identity.close();
        var request = suite.request(PATH)
                .header("Authorization", "Bearer " + RunningSuite.signed(suite.claims(), suite.keyOfStoppedIssuer()));
        assertProblem(suite.send(request), 503, "access.issuer-unavailable");
    }
}
