package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.gateway.arrival.Unguarded;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With which settings the gateway would rather not start.
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedStartTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void it_does_not_listen_in_the_clear_to_others(String address) {
        assertRefused("--server.address=" + address).hasMessageMatching("not listening in the clear on \\S+: set .+");
    }

    @Test
    void a_proxy_in_front_must_be_known_by_its_https_address() {
        assertThatThrownBy(() -> start("--shouwang.gateway.behind-tls-proxy=true"))
                .rootCause()
                .hasMessageContaining("behind-tls-proxy needs address");
        assertThatThrownBy(() -> start(
                        "--shouwang.gateway.behind-tls-proxy=true",
                        "--shouwang.gateway.address=http://gateway.example"))
                .rootCause()
                .hasMessageContaining("behind-tls-proxy needs address");
    }

    @Test
    void a_certificate_without_its_key_and_another_way_to_set_them_are_refused() {
        assertThatThrownBy(() -> start("--shouwang.gateway.tls.certificate=/somewhere.pem"))
                .rootCause()
                .hasMessageContaining("tls needs certificate and private-key");
        assertRefused("--server.ssl.certificate=/somewhere.pem").hasMessageContaining("shouwang.gateway.tls");
    }

    @Test
    void figures_on_a_port_of_their_own_need_an_address_of_their_own() {
        assertRefused("--management.server.port=" + IdentityProcess.freePort())
                .hasMessageContaining("management.server.address");
    }

    @Test
    void with_both_they_are_there_and_not_at_the_door() {
        int port = IdentityProcess.freePort();
        try (var suite =
                RunningSuite.in(folder, "--management.server.port=" + port, "--management.server.address=127.0.0.1")) {
            var figures = suite.request("/").uri(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)));
            assertThat(suite.send(figures).body()).contains("resilience4j_circuitbreaker_state");
            assertThat(suite.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void behind_a_proxy_that_was_declared_cookies_and_answers_are_those_of_https() {
        try (var suite = RunningSuite.in(
                folder,
                "--shouwang.gateway.behind-tls-proxy=true",
                "--shouwang.gateway.address=https://gateway.example")) {
            HttpResponse<String> begun = suite.get("/oauth2/authorization/shouwang");
            assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-SHOUWANG=")
                    .contains("Secure");
            assertThat(begun.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(begun.headers().firstValue("Location").orElseThrow())
                    .contains("redirect_uri=https://gateway.example/");
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String setting) {
        return assertThatThrownBy(() -> start(setting)).rootCause().isInstanceOf(Unguarded.class);
    }

    private void start(String... settings) {
        RunningSuite.in(folder, settings).close();
    }
}
