package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PidFileTest {

    @TempDir
    Path run;

    private final Screen screen =
            new Screen(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    private Process stranger;
    private Process ours;

    @BeforeEach
    void start() throws IOException {
        stranger = new ProcessBuilder("sleep", "60").start();
        // The mark must be a word of the command line, as it is of a JVM's.
        ours = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", "sh", PidFile.mark("gateway")).start();
    }

    @AfterEach
    void end() {
        stranger.destroyForcibly();
        ours.destroyForcibly();
    }

    @Test
    void a_process_that_we_started_is_recognised_and_stopped() throws Exception {
        PidFile.of(run, "gateway").write(ours.toHandle(), Map.of("port", "1"));
        assertThat(PidFile.of(run, "gateway").process()).contains(ours.toHandle());
        assertThat(PidFile.of(run, "gateway").note("port")).contains("1");
        assertThat(LeftOvers.stop(run, screen)).isEqualTo(1);
        assertThat(ours.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(PidFile.all(run)).isEmpty();
    }

    @Test
    void a_stranger_that_got_the_pid_is_not_killed() {
        PidFile.of(run, "gateway").write(stranger.toHandle(), Map.of());
        assertThat(PidFile.of(run, "gateway").process()).isEmpty();
        assertThat(LeftOvers.stop(run, screen)).isZero();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(PidFile.all(run)).isEmpty();
    }

    @Test
    void a_process_of_our_kind_that_started_at_another_time_is_not_the_one() throws IOException {
        var earlier = Instant.now().minusSeconds(3600).toEpochMilli();
        Files.writeString(run.resolve("gateway.pid"), "pid=" + ours.pid() + "\nstarted=" + earlier + "\n");
        assertThat(LeftOvers.stop(run, screen)).isZero();
        assertThat(ours.isAlive()).isTrue();
    }

    @Test
    void a_process_of_another_name_is_not_the_one() {
        PidFile.of(run, "identity").write(ours.toHandle(), Map.of());
        assertThat(PidFile.of(run, "identity").process()).isEmpty();
    }

    @Test
    void a_torn_file_proves_nothing() throws IOException {
        Files.writeString(run.resolve("gateway.pid"), "pid=\\u");
        assertThat(PidFile.of(run, "gateway").process()).isEmpty();
        Files.writeString(run.resolve("gateway.pid"), "");
        assertThat(PidFile.of(run, "gateway").process()).isEmpty();
        assertThat(PidFile.of(run, "nothing").process()).isEmpty();
    }
}
