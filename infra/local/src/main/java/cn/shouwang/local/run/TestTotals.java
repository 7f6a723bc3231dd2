package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What all test reports of one run add up to. Errors count as failed.
record TestTotals(int passed, int failed, int skipped) {

    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");

    /// Adds up `target/surefire-reports/*.xml` and `target/failsafe-reports/*.xml` of every module, without
    /// reports older than `since`: those are of other runs.
    static TestTotals since(Path root, Instant since) {
        var totals = new TestTotals(0, 0, 0);
        for (var report : reports(root, since)) {
            totals = totals.plus(read(report));
        }
        return totals;
    }

    /// A run in which something failed, was skipped or in which nothing was tested has proved nothing.
    boolean isGood() {
        return passed > 0 && failed == 0 && skipped == 0;
    }

    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }

    private TestTotals plus(TestTotals more) {
        return new TestTotals(passed + more.passed, failed + more.failed, skipped + more.skipped);
    }

    private static TestTotals read(Path report) {
        try {
            var head = SUITE.matcher(Files.readString(report));
            if (!head.find()) {
                return new TestTotals(0, 1, 0); // a report that was not finished is no success
            }
            var suite = head.group();
            var failed = count(suite, "failures") + count(suite, "errors");
            var skipped = count(suite, "skipped");
            return new TestTotals(count(suite, "tests") - failed - skipped, failed, skipped);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + report, e);
        }
    }

    private static int count(String suite, String attribute) {
        var value = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(suite);
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }

    private static List<Path> reports(Path root, Instant since) {
        var reports = new ArrayList<Path>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    var name = directory.getFileName().toString();
                    return name.equals("node_modules") || name.startsWith(".") || name.equals("src")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml")
                            && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
                        reports.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for test reports", e);
        }
        return reports;
    }
}
