package cn.shouwang.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With artifacts and advisories that do not exist.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DependenciesTest {

    private static final String NO_OSV = "";

    @TempDir
    private Path folder;

    private Path listed;

    @BeforeEach
    void list() throws IOException {
        listed = write("advisories.txt", """
                # a comment

                org.example:pear | [1.0,1.2.3) | MADE-UP-1 | nowhere
                org.example:plum | (,2.0],[3.0,3.1) | MADE-UP-2 | nowhere
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "pear, 1.0, 1",
        "pear, 1.2.2, 1",
        "pear, 1.2.3-RC1, 1",
        "pear, 1.2.3, 0",
        "pear, 1.2.10, 0",
        "pear, 0.9, 0",
        "plum, 2.0, 1",
        "plum, 2.1, 0",
        "plum, 3.0.9, 1",
        "peach, 1.0, 0"
    })
    void a_listed_version_is_found_and_no_other(String name, String version, int findings) throws IOException {
        assertThat(Dependencies.check(bill(name, version), listed, NO_OSV).findings())
                .hasSize(findings);
    }

    @Test
    void the_build_fails_and_says_what_is_bad() throws IOException {
        String bill = bill("pear", "1.1").toString();
        assertThatThrownBy(() -> Dependencies.main(new String[] {bill, listed.toString(), NO_OSV}))
                .hasMessage("known to be bad: org.example:pear 1.1: MADE-UP-1 (nowhere)");
    }

    @ParameterizedTest
    @CsvSource({
        "peach, 0.9, 0",
        "peach, 1.0, 1",
        "peach, 1.4.9, 1",
        "peach, 1.5, 0",
        "peach, 2.0, 1",
        "peach, 2.3, 1",
        "peach, 2.4, 0",
        "peach, 7-odd, 1",
        "quince, 99, 1",
        "fig, 1.0, 0",
        "date, 1.0, 0"
    })
    void an_osv_file_is_understood(String name, String version, int findings) throws IOException {
        Files.createDirectories(folder.resolve("osv/below"));
        write("osv/below/MADE-UP-3.json", """
                {"id": "MADE-UP-3", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:peach", "purl": "pkg:maven/org.example/peach"},
                   "versions": ["7-odd"],
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.5"},
                                                               {"introduced": "2.0"}, {"last_affected": "2.3"}]},
                              {"type": "GIT", "events": [{"introduced": "0"}]}]},
                  {"package": {"ecosystem": "Maven", "name": "org.example:quince"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]},
                  {"package": {"ecosystem": "npm", "name": "org.example:fig"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
                """);
        write("osv/withdrawn.json", """
                {"id": "MADE-UP-4", "withdrawn": "2026-01-01T00:00:00Z", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:date"}, "versions": ["1.0"]}]}
                """);
        String osv = folder.resolve("osv").toString();
        assertThat(Dependencies.check(bill(name, version), listed, osv).findings())
                .hasSize(findings);
    }

    @Test
    void licences_are_told_and_a_missing_one_does_not_fail() throws IOException {
        assertThat(Dependencies.check(bill("peach", "1.0"), listed, NO_OSV).licences())
                .containsEntry("(none named)", 1L)
                .containsEntry("MIT", 1L)
                .containsEntry("Own Licence", 1L);
    }

    @Test
    void our_own_modules_are_not_looked_at() throws IOException {
        assertThat(Dependencies.check(bill("peach", "1.0"), listed, NO_OSV).components())
                .extracting(Component::coordinates)
                .containsExactly("org.example:peach", "org.example:mint", "org.example:own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.example:pear | [1.0,1.2) | X",
                "org.example:pear | 1.0 | X | y",
                "org.example:pear | [1.0 | X | y"
            })
    void a_line_that_is_none_stops_the_check(String line) throws IOException {
        Path wrong = write("wrong.txt", line);
        Path bill = bill("peach", "1.0");
        assertThatThrownBy(() -> Dependencies.check(bill, wrong, NO_OSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.example:pear");
    }

    @Test
    void a_check_of_nothing_is_no_check() throws IOException {
        Path empty = write("empty.json", "{\"bomFormat\": \"CycloneDX\", \"components\": []}");
        Path other = write("other.json", "{}");
        Path bill = bill("peach", "1.0");
        String nothing = Files.createDirectories(folder.resolve("nothing")).toString();
        assertThatThrownBy(() -> Dependencies.check(empty, listed, NO_OSV)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Dependencies.check(other, listed, NO_OSV)).hasMessageContaining("no bill");
        assertThatThrownBy(() -> Dependencies.check(bill, listed, nothing)).hasMessageContaining("no OSV files");
    }

    @Test
    void every_line_of_our_own_list_is_one() {
        List<Advisory> ours = ListedAdvisories.read(Path.of("advisories.txt"));
        assertThat(ours).isNotEmpty().allSatisfy(it -> {
            assertThat(it.id()).matches("((CVE-\\d{4}-\\d{4,}|GHSA(-[a-z0-9]{4}){3})( |$))+");
            assertThat(it.source()).isNotBlank();
        });
    }

    private Path bill(String name, String version) throws IOException {
        return write("bill.json", """
                {"bomFormat": "CycloneDX", "components": [
                  {"group": "cn.shouwang", "name": "gateway", "version": "0.1.0-SNAPSHOT"},
                  {"group": "org.example", "name": "%s", "version": "%s"},
                  {"group": "org.example", "name": "mint", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "org.example", "name": "own", "version": "1",
                   "licenses": [{"license": {"name": "Own Licence"}}]}]}
                """.formatted(name, version));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
