package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingTest {

    @TempDir
    Path root;

    @Test
    void a_start_cache_is_recorded_once_per_build_and_used() throws IOException {
        var program = new FixtureHome(root).program("alpha");
        assertThat(startAndStop(program)).containsExactly("TRAINING", "TRAINING", "STARTING", "UP", "STOPPED");
        assertThat(cache()).singleElement().asString().matches("alpha-[0-9a-f]{16}\\.aot");
        assertThat(startAndStop(program)).containsExactly("STARTING", "UP", "STOPPED");
        // The JVM warns on its output about a cache that does not fit.
        assertThat(root.resolve(".shouwang/logs/alpha.log")).isEmptyFile();
    }

    @Test
    void without_a_start_cache_the_process_starts_all_the_same_and_it_is_said() throws IOException {
        var program = new FixtureHome(root).program("untrainable");
        assertThat(startAndStop(program)).containsExactly("TRAINING", "UNTRAINED", "STARTING", "UP", "STOPPED");
        assertThat(cache()).singleElement().asString().endsWith(".failed");
        assertThat(startAndStop(program)).containsExactly("STARTING", "UP", "STOPPED");
    }

    @Test
    void nothing_else_is_left_of_a_training() throws IOException {
        startAndStop(new FixtureHome(root).program("untrainable"));
        try (var left = Files.list(root.resolve(".shouwang/cache"))) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(root.resolve(".shouwang/cache/jars"));
        }
    }

    private List<String> startAndStop(Program program) {
        var states = new ConcurrentLinkedQueue<String>();
        var settings = new FixtureHome(root).settings(List.of(program));
        try (var suite = new Suite(settings, List.of(program), (_, state, _, _) -> states.add(state.name()))) {
            suite.start();
        }
        return List.copyOf(states);
    }

    private List<String> cache() throws IOException {
        try (var files = Files.list(root.resolve(".shouwang/cache"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
