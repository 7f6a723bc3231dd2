package cn.shouwang.monitoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A quarter of a million rows with every kind of dirt, read by a process that has little memory.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeIntakeTest {

    private static final long PATIENCE_SECONDS = 300;

    /// The file itself is in memory too, and is made there: the limit of 512 MB leaves as much again for the
    /// service.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "XLSX"})
    void every_row_of_a_quarter_million_is_judged_within_256_MB(String kind) throws IOException, InterruptedException {
        var classpath = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", classpath, LargeFile.class.getName(), kind))
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(told).as(told).endsWith("as expected\n");
        assertThat(process.exitValue()).isZero();
    }
}
