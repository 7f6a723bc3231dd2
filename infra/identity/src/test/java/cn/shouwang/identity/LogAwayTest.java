package cn.shouwang.identity;

import static cn.shouwang.identity.RunningIdentity.CALLBACK;
import static cn.shouwang.identity.RunningIdentity.json;
import static cn.shouwang.identity.UsersFileTest.entry;
import static cn.shouwang.identity.UsersFileTest.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.local.mongo.LocalMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/// While nobody can know which offices are in force, nobody gets a token.
class LogAwayTest {

    private static final String PASSWORD = "correct horse";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void the_issuer_starts_without_its_log_and_signs_nobody_in_before_it_is_there() throws IOException {
        var encoded = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        Files.writeString(folder.resolve("users.json"), file(entry("town", encoded, "TOWN_OFFICE", "440233101", "镇办")));
        var port = freePort();
        try (var identity = RunningIdentity.in(folder, "mongodb://127.0.0.1:" + port + "/identity")) {
            assertThat(identity.signIn("town", PASSWORD).statusCode()).isEqualTo(302);
            var waiting = identity.authorize();
            assertThat(waiting.statusCode()).isEqualTo(503);
            assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
            assertThat(waiting.body()).contains("系统正在准备");
            assertThat(identity.get("/office").statusCode()).isEqualTo(503);

            JsonNode tokens;
            try (var _ = LocalMongo.open(folder.resolve("mongo"), port)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(identity.authorize()
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                        .startsWith(CALLBACK));
                tokens = identity.tokens();
                assertThat(identity.refresh(tokens).statusCode()).isEqualTo(200);
            }

            HttpResponse<String> refused = identity.refresh(tokens);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).path("error").stringValue()).isEqualTo("temporarily_unavailable");
            try (var _ = LocalMongo.open(folder.resolve("mongo"), port)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(identity.refresh(tokens).statusCode())
                                .as("the refresh token outlives the outage")
                                .isEqualTo(200));
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
