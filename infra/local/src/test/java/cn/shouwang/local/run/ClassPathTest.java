package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassPathTest {

    @TempDir
    Path root;

    private Path home;
    private Path cache;
    private Path jar;
    private Path library;

    @BeforeEach
    void module() throws IOException {
        home = root.resolve("home");
        cache = home.resolve(".shouwang/cache");
        jar = file(home.resolve("infra/identity/target/identity-0.1.0-SNAPSHOT.jar"), "identity");
        library = file(root.resolve("repository/library.jar"), "library");
        var platform = file(home.resolve("infra/platform/target/platform-0.1.0-SNAPSHOT.jar"), "platform");
        file(home.resolve("infra/identity/target/classpath.txt"), library + File.pathSeparator + platform + "\n");
    }

    @Test
    void our_jars_are_copied_and_libraries_are_used_where_they_are() throws IOException {
        var entries = entries();
        assertThat(entries).hasSize(3).allSatisfy(entry -> assertThat(Path.of(entry))
                .isRegularFile());
        assertThat(entries[1]).isEqualTo(library.toString());
        assertThat(Path.of(entries[0])).startsWith(cache).hasContent("identity");
        assertThat(Path.of(entries[2])).startsWith(cache).hasContent("platform");
    }

    @Test
    void a_rebuild_leaves_the_copies_that_run_alone() throws IOException {
        var before = entries();
        assertThat(entries()).isEqualTo(before);
        Files.writeString(jar, "changed");
        assertThat(Path.of(entries()[0])).hasContent("changed");
        assertThat(Path.of(before[0])).hasContent("identity");
    }

    @Test
    void a_module_that_is_not_built_is_named() {
        assertThatThrownBy(() -> ClassPath.of(home, "gateway", cache))
                .isInstanceOf(ClassPath.NotBuilt.class)
                .hasMessageContaining("gateway");
    }

    private String[] entries() {
        return ClassPath.of(home, "infra/identity", cache).split(File.pathSeparator);
    }

    private static Path file(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
