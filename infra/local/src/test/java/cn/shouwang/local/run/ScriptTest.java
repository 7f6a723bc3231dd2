package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the script `shouwang` in a checkout of three small files, with tools that are scripts themselves.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptTest {

    private static final Path SCRIPT = Home.find().root().resolve("shouwang");

    @TempDir
    Path root;

    private Path home;

    record Result(int code, String output) {}

    @BeforeEach
    void checkout() throws IOException {
        home = root.resolve("check out/src"); // a space, and a folder named like one of ours
        Files.createDirectories(home.resolve("infra/local/src"));
        Files.copy(SCRIPT, home.resolve("shouwang"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("infra/local/src/A.java"), "class A {}");
        executable(root.resolve("jdk/bin/javac"), "");
        executable(root.resolve("jdk/bin/java"), "echo \"java in $PWD:\" \"$@\"");
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(root.resolve("tools/mvn"), """
                if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9'; exit; fi
                echo "$@" >>"$ROOT/maven-calls"
                [ ! -f "$ROOT/broken" ] || { echo 'COMPILATION ERROR'; exit 1; }
                mkdir -p "$CHECKOUT/infra/local/target"
                echo jar >"$CHECKOUT/infra/local/target/local-0.1.0-SNAPSHOT.jar"
                echo libraries >"$CHECKOUT/infra/local/target/classpath.txt"
                """);
    }

    @Test
    void a_missing_jdk_is_named_with_where_to_get_one() throws Exception {
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        var result = run("up");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .contains("JDK 25 is missing")
                .contains("adoptium.net")
                .hasLineCount(1);
    }

    @Test
    void a_maven_that_is_too_old_is_no_maven() throws Exception {
        executable(root.resolve("tools/mvn"), "echo 'Apache Maven 3.6.3'");
        var result = run("up");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("Maven 3.8 or newer is missing").hasLineCount(1);
    }

    @Test
    void node_is_asked_for_only_when_there_are_web_pages() throws Exception {
        assertThat(run("up").code()).isZero();
        Files.createDirectories(home.resolve("gateway/web"));
        Files.writeString(home.resolve("gateway/web/package.json"), "{}");
        executable(root.resolve("tools/node"), "echo v18.19.0");
        var result = run("up");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("Node 20 or newer is missing");
    }

    @Test
    void it_builds_once_and_again_only_when_a_source_changed_came_or_went() throws Exception {
        var first = run("up", "--demo");
        assertThat(first.output()).contains("building").contains("Main up --demo");
        assertThat(run("up").output()).doesNotContain("building");
        assertThat(builds()).isEqualTo(1);
        Files.writeString(home.resolve("infra/local/src/B.java"), "class B {}");
        assertThat(run("up").output()).contains("building");
        Files.delete(home.resolve("infra/local/src/B.java"));
        assertThat(run("up").output()).contains("building");
        Files.writeString(home.resolve("README.md"), "no source");
        assertThat(run("up").output()).doesNotContain("building");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void two_at_once_build_once() throws Exception {
        var one = start("up");
        var two = start("up");
        assertThat(finish(one).code()).isZero();
        assertThat(finish(two).code()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_failed_build_shows_its_end_and_is_tried_again() throws Exception {
        Files.createFile(root.resolve("broken"));
        var failed = run("up");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.output())
                .contains("COMPILATION ERROR")
                .contains("The build failed")
                .doesNotContain("Main");
        Files.delete(root.resolve("broken"));
        assertThat(run("up").code()).isZero();
    }

    @Test
    void it_works_from_any_folder_and_leaves_the_folder_as_it_is() throws Exception {
        assertThat(run("status").output())
                .contains("java in " + root.toRealPath() + ":")
                .contains("Main status");
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(root.resolve("maven-calls"))) {
            return lines.count();
        }
    }

    private Result run(String... args) throws Exception {
        return finish(start(args));
    }

    private Process start(String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(home.resolve("shouwang").toString());
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(root.toFile());
        builder.environment().clear(); // the run that this test belongs to has settings of its own
        builder.environment()
                .putAll(Map.of(
                        "PATH", root.resolve("tools") + ":/usr/bin:/bin",
                        "HOME", root.toString(),
                        "JAVA_HOME", root.resolve("jdk").toString(),
                        "SHOUWANG_JDKS", "",
                        "MAVEN_HOME", root.toString(),
                        "ROOT", root.toString(),
                        "CHECKOUT", home.toString()));
        return builder.start();
    }

    private static Result finish(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
