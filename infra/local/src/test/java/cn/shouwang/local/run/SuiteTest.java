package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuiteTest {

    @TempDir
    Path root;

    private FixtureHome home;
    private @Nullable Suite suite;

    @BeforeEach
    void home() {
        home = new FixtureHome(root);
    }

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.stop();
        }
    }

    @Test
    void processes_are_stopped_one_after_the_other_in_the_order_given() throws Exception {
        var started = suite(false, Progress.silent(), "asks", "answers", "stores");
        started.start();
        assertThat(pidFiles()).containsExactlyInAnyOrder("asks.pid", "answers.pid", "stores.pid");
        started.stop();
        assertThat(Files.readAllLines(root.resolve(".shouwang/data/stopped")))
                .containsExactly("asks", "answers", "stores");
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void a_suite_that_was_stopped_starts_again_on_the_same_ports() throws Exception {
        var started = suite(false, Progress.silent(), "alpha");
        started.start();
        var port = started.port("alpha");
        started.stop();
        started.start();
        assertThat(started.port("alpha")).isEqualTo(port);
        assertThat(Readiness.http(port)).isTrue();
    }

    @Test
    void a_killed_process_stays_away_until_it_is_started_again() throws Exception {
        var started = suite(true, Progress.silent(), "alpha", "beta");
        started.start();
        assertThat(started.residentMemory()).containsOnlyKeys("alpha", "beta");
        started.kill("alpha");
        assertThat(Readiness.http(started.port("alpha"))).isFalse();
        assertThat(started.residentMemory()).containsOnlyKeys("beta");
        started.restart("alpha");
        assertThat(Readiness.http(started.port("alpha"))).isTrue();
    }

    @Test
    void a_crashed_process_is_brought_back() throws Exception {
        var crashed = new CountDownLatch(1);
        var back = new CountDownLatch(2);
        Progress progress = (_, state, _, _) -> {
            if (state == ProcessState.CRASHED) {
                crashed.countDown();
            } else if (state == ProcessState.UP) {
                back.countDown();
            }
        };
        var started = suite(true, progress, "alpha");
        started.start();
        var before = pid("alpha");
        before.destroyForcibly();
        assertThat(crashed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(back.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pid("alpha")).isNotEqualTo(before);
        assertThat(Readiness.http(started.port("alpha"))).isTrue();
    }

    @Test
    void when_one_does_not_come_up_its_words_are_told_and_the_others_are_stopped() throws Exception {
        var started = suite(true, Progress.silent(), "alpha", "broken");
        assertThatThrownBy(started::start)
                .isInstanceOfSatisfying(StartFailed.class, failure -> assertThat(failure.lastLines())
                        .containsExactly("broken cannot start"))
                .hasMessageContaining("broken")
                .hasMessageContaining("3");
        assertThat(Readiness.http(started.port("alpha"))).isFalse();
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void nothing_is_started_when_a_port_is_taken() throws Exception {
        var started = suite(false, Progress.silent(), "alpha");
        try (var _ = new ServerSocket(started.port("alpha"), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(started::start).isInstanceOf(PortsBusy.class).hasMessageContaining("alpha");
        }
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void a_module_that_is_not_built_is_named() throws Exception {
        var program = home.program("alpha");
        Files.delete(root.resolve("alpha/target/classpath.txt"));
        suite = new Suite(home.settings(List.of(program)), List.of(program), Progress.silent());
        assertThatThrownBy(suite::start).isInstanceOf(ClassPath.NotBuilt.class).hasMessageContaining("alpha");
    }

    private Suite suite(boolean restart, Progress progress, String... names) throws IOException {
        var programs = new ArrayList<Program>();
        for (var name : names) {
            programs.add(home.program(name));
        }
        home.skipTraining(programs);
        suite = new Suite(home.settings(programs).withRestart(restart), programs, progress);
        return suite;
    }

    private List<String> pidFiles() {
        return PidFile.all(root.resolve(".shouwang/run")).stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    private ProcessHandle pid(String name) {
        return PidFile.of(root.resolve(".shouwang/run"), name).process().orElseThrow();
    }
}
