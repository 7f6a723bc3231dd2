package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestTotalsTest {

    private static final Instant BEGAN = Instant.parse("2025-03-02T00:00:00Z");

    @TempDir
    Path root;

    @Test
    void reports_of_all_modules_are_added_up() throws IOException {
        report("infra/local", "A", "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"");
        report("gateway", "B", "name=\"tests\" time=\"1.2\" tests=\"7\" errors=\"0\" skipped=\"2\" failures=\"0\"");
        var totals = TestTotals.since(root, BEGAN);
        assertThat(totals).isEqualTo(new TestTotals(8, 2, 2)).hasToString("8 passed, 2 failed, 2 skipped");
        assertThat(totals.isGood()).isFalse();
    }

    @Test
    void only_a_run_in_which_all_tests_passed_is_good() {
        assertThat(new TestTotals(1, 0, 0).isGood()).isTrue();
        assertThat(new TestTotals(1, 0, 1).isGood()).isFalse();
        assertThat(new TestTotals(1, 1, 0).isGood()).isFalse();
        assertThat(new TestTotals(0, 0, 0).isGood()).isFalse();
    }

    @Test
    void reports_of_an_earlier_run_do_not_count() throws IOException {
        var old = report("gateway", "Old", "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"3\"");
        Files.setLastModifiedTime(old, FileTime.from(BEGAN.minusSeconds(1)));
        assertThat(TestTotals.since(root, BEGAN)).isEqualTo(new TestTotals(0, 0, 0));
    }

    @Test
    void a_report_that_was_cut_off_counts_as_failed() throws IOException {
        var cut = report("gateway", "Cut", "");
        Files.writeString(cut, "<?xml version=\"1.0\"?><testsu");
        assertThat(TestTotals.since(root, BEGAN)).isEqualTo(new TestTotals(0, 1, 0));
    }

    private Path report(String module, String name, String attributes) throws IOException {
        var file = root.resolve(module).resolve("target/surefire-reports/TEST-" + name + ".xml");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "<?xml version=\"1.0\"?>\n<testsuite xmlns:xsi=\"x\"\n " + attributes + ">\n<testcase/></testsuite>");
    }
}
