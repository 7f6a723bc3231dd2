package cn.shouwang.bench;

import cn.shouwang.bench.asof.AsOfMeasure;
import cn.shouwang.bench.comparison.ComparisonMeasure;
import cn.shouwang.bench.enrolment.EnrolmentMeasure;
import cn.shouwang.bench.log.LogMeasure;
import cn.shouwang.bench.log.RebuildMeasure;
import cn.shouwang.bench.log.TreeMeasure;
import cn.shouwang.bench.sealing.SealingMeasure;
import cn.shouwang.bench.start.StartMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// `bench NAME`: one measurement; the last line is `NAME ratio R (limit L)`, that of `import` tells rows a second
/// and heap. `import` waits for readers `--readers` minutes at most, 6 unless it is told otherwise.
///
/// Exit codes: 0 within the limit, 1 not, 2 the command line was not understood.
public final class Bench {

    private static final int READER_MINUTES = 6;
    private static final int MOST_MINUTES = 600;

    private final Screen screen = new Screen();

    private Bench() {}

    /// Runs and exits with its code.
    public static void main(String[] args) throws Exception {
        System.exit(new Bench().run(List.of(args)));
    }

    private int run(List<String> args) throws Exception {
        try {
            if (!args.isEmpty() && args.getFirst().equals("import")) {
                return enrolment(args.subList(1, args.size()));
            }
            return switch (String.join(" ", args)) {
                case "start" -> new StartMeasure(Checkout.home(), screen::line).run() ? 0 : 1;
                case "sealing" -> in(folder -> new SealingMeasure(folder, screen::line).run());
                case "tree" -> in(folder -> new TreeMeasure(folder, screen::line).run());
                case "asof" -> in(folder -> new AsOfMeasure(folder, false, screen::line).run());
                case "asof --quick" -> in(folder -> new AsOfMeasure(folder, true, screen::line).run());
                case "log" -> in(folder -> new LogMeasure(folder, false, screen::line).run());
                case "log --quick" -> in(folder -> new LogMeasure(folder, true, screen::line).run());
                case "rebuild" -> in(folder -> new RebuildMeasure(folder, false, screen::line).run());
                case "rebuild --quick" -> in(folder -> new RebuildMeasure(folder, true, screen::line).run());
                case "comparison" -> in(folder -> comparison(folder, false));
                case "comparison --quick" -> in(folder -> comparison(folder, true));
                default -> {
                    screen.line("用法 usage: ./shouwang bench start | sealing | tree | asof [--quick] | log [--quick]"
                            + " | rebuild [--quick] | comparison [--quick] | import [--quick] [--readers MINUTES]");
                    yield 2;
                }
            };
        } catch (Arguments.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return 2;
        } catch (IllegalStateException e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private boolean comparison(Path folder, boolean quick) throws Exception {
        return new ComparisonMeasure(Checkout.home(), folder, quick, screen::line).run();
    }

    private int enrolment(List<String> args) throws Exception {
        var quick = args.contains("--quick");
        var rest = args.stream().filter(arg -> !arg.equals("--quick")).toList();
        var minutes = new Arguments(rest, List.of("readers")).number("readers", READER_MINUTES, MOST_MINUTES);
        return in(folder ->
                new EnrolmentMeasure(Checkout.home(), folder, quick, Duration.ofMinutes(minutes), screen::line).run());
    }

    /// A measure with a folder of its own, gone when it ends; true when it is within its limit.
    @FunctionalInterface
    private interface Measure {
        boolean in(Path folder) throws Exception;
    }

    private static int in(Measure measure) throws Exception {
        var folder = Files.createTempDirectory("shouwang-bench");
        try {
            return measure.in(folder) ? 0 : 1;
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
