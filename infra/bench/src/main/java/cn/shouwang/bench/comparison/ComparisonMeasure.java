package cn.shouwang.bench.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Seconds from twelve departments' files to alerts, and the memory it takes, beside DuckDB alone on the same
/// files; both in a process of their own, in rounds of which the first warms up, medians of the others.
///
/// Not counted on either side: the register's people, which the service knows since its start. Ours reads
/// and judges every row and hashes every id; DuckDB alone keeps ids in clear. Aim: no more than twice its
/// time, in 512 MB of heap, with the same alerts.
public final class ComparisonMeasure {

    private static final double LIMIT = 2.0;
    private static final int ROUNDS = 4;

    private final Path home;
    private final Path folder;
    private final int persons;
    private final int rows;
    private final Consumer<String> screen;

    public ComparisonMeasure(Path home, Path folder, boolean quick, Consumer<String> screen) {
        this.home = home;
        this.folder = folder;
        this.persons = quick ? 25_000 : 250_000;
        this.rows = quick ? 10_000 : 100_000;
        this.screen = screen;
    }

    /// True when the alerts are the same and the aim is met. The last line on the screen says so.
    public boolean run() throws IOException, InterruptedException {
        new DepartmentFiles(folder, persons, rows).write();
        var ours = side("512m", service(), "cn.shouwang.monitoring.comparison.CompareFiles");
        var duck = side("256m", System.getProperty("java.class.path"), DuckAlone.class.getName());
        var found = Files.readAllLines(folder.resolve("ours.txt"));
        var same = new HashSet<>(found).equals(new HashSet<>(Files.readAllLines(folder.resolve("duck.txt"))));
        screen.accept(String.format(
                Locale.ROOT,
                "%,d persons, %d files, %,d rows, %,d accepted: %,d alerts, %s",
                persons,
                DepartmentFiles.KINDS.size(),
                ours.rows(),
                ours.accepted(),
                found.size(),
                same ? "the same as DuckDB's" : "NOT the same as DuckDB's"));
        screen.accept(String.format(Locale.ROOT, "  %-28s %6.2f s %6d MB", "ours", ours.seconds(), ours.megabytes()));
        screen.accept(String.format(Locale.ROOT, "  %-28s %6.2f s", "DuckDB alone, ids in clear", duck.seconds()));
        var ratio = ours.seconds() / duck.seconds();
        screen.accept(String.format(Locale.ROOT, "comparison ratio %.2f (limit %.2f)", ratio, LIMIT));
        return same && ratio <= LIMIT;
    }

    private record Side(long rows, long accepted, double seconds, long megabytes) {}

    private String service() throws IOException {
        var target = home.resolve("monitoring-service/target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("classpath.txt")).strip();
    }

    private Side side(String heap, String classpath, String main) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx" + heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classpath,
                        main,
                        folder.toString(),
                        Integer.toString(ROUNDS))
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(told);
        }
        return side(told.lines().map(line -> line.split(" ")).toList());
    }

    private static Side side(List<String[]> told) {
        var millis = new ArrayList<Long>();
        var rows = 0L;
        var accepted = 0L;
        var memory = 0L;
        for (var line : told) {
            if (line[0].equals("files")) {
                rows = Long.parseLong(line[1]);
                accepted = Long.parseLong(line[2]);
                millis.add(Long.parseLong(line[3]));
            } else if (line[0].equals("memory")) {
                memory = Long.parseLong(line[1]) / 1024;
            }
        }
        var counted = millis.subList(1, millis.size()).stream().sorted().toList();
        return new Side(rows, accepted, counted.get(counted.size() / 2) / 1000.0, memory);
    }
}
