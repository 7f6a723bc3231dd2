package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.local.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerProcessTest {

    @TempDir
    Path data;

    @Test
    void it_says_where_its_servers_are_and_ends_at_sigterm() throws Exception {
        var ready = data.resolve("ready");
        Files.writeString(ready, "pid=1\n");
        var process = JavaProcess.start(
                ServerProcess.class, "--data=" + data, "--mongo-port=0", "--kafka-port=0", "--ready=" + ready);
        try {
            while (process.isAlive() && !Readiness.file(ready, process.pid())) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(Files.readAllLines(ready))
                    .hasSize(3)
                    .contains("pid=" + process.pid())
                    .anyMatch(line -> line.matches("mongo=mongodb://127\\.0\\.0\\.1:\\d+"))
                    .anyMatch(line -> line.matches("kafka=127\\.0\\.0\\.1:\\d+"));
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_server_that_is_elsewhere_is_not_opened() throws Exception {
        var ready = data.resolve("ready");
        var process = JavaProcess.start(ServerProcess.class, "--data=" + data, "--mongo-port=0", "--ready=" + ready);
        try {
            while (process.isAlive() && !Readiness.file(ready, process.pid())) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(Files.readAllLines(ready)).hasSize(2).noneMatch(line -> line.startsWith("kafka="));
            assertThat(data.resolve("kafka")).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void it_ends_with_an_error_when_a_server_cannot_be_opened() throws Exception {
        var process = JavaProcess.start(ServerProcess.class, "--data=/dev/null", "--kafka-port=0");
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("/dev/null/kafka");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
