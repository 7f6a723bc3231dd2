package cn.shouwang.bench;

import cn.shouwang.bench.drill.KillDrill;
import cn.shouwang.bench.drill.PairDrill;
import cn.shouwang.bench.drill.RebuildDrill;
import cn.shouwang.bench.drill.forget.ForgetDrill;
import cn.shouwang.bench.drill.intruder.IntruderDrill;
import cn.shouwang.bench.drill.tamper.TamperDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `drill NAME …`: a failure drill on a suite of its own; the developer's is left alone.
///
/// Exit codes: 0 the verdict is good, 1 it is not, 2 the command line was not understood. After a bad
/// verdict data and logs stay where the screen says.
public final class Drill {

    private static final int MOST_ROUNDS = 10_000;
    private static final int ROUNDS = 20;
    private static final int REBUILDS = 3;
    private static final int SEED = 2025;
    private static final int TRIALS = 240;
    private static final int EVENTS = 100_000;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            用法 usage: ./shouwang drill kill [--rounds N]
                        ./shouwang drill pair [--rounds N]
                        ./shouwang drill rebuild [--rounds N]
                        ./shouwang drill forget
                        ./shouwang drill intruder [--seed N] [--family NAME]
                        ./shouwang drill tamper [--trials N] [--events N] [--seed S]""";

    private final Screen screen = new Screen();

    private Drill() {}

    /// Runs and exits with its code.
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(new Drill().run(List.of(args)));
    }

    private int run(List<String> args) throws IOException, InterruptedException {
        try {
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "kill" -> kill(args.subList(1, args.size())) ? 0 : 1;
                case "pair" -> pair(args.subList(1, args.size())) ? 0 : 1;
                case "rebuild" -> rebuild(args.subList(1, args.size())) ? 0 : 1;
                case "forget" -> forget(args.subList(1, args.size())) ? 0 : 1;
                case "intruder" -> intruder(args.subList(1, args.size())) ? 0 : 1;
                case "tamper" -> tamper(args.subList(1, args.size())) ? 0 : 1;
                default -> {
                    screen.line(USAGE);
                    yield MISUSED;
                }
            };
        } catch (Arguments.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return MISUSED;
        } catch (IllegalStateException e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private boolean kill(List<String> args) throws IOException, InterruptedException {
        var rounds = new Arguments(args, List.of("rounds")).number("rounds", ROUNDS, MOST_ROUNDS);
        return inDirectory("kill", directory -> new KillDrill(Checkout.home(), directory, rounds, screen::line).run());
    }

    private boolean pair(List<String> args) throws IOException, InterruptedException {
        var rounds = new Arguments(args, List.of("rounds")).number("rounds", ROUNDS, MOST_ROUNDS);
        return inDirectory("pair", directory -> new PairDrill(Checkout.home(), directory, rounds, screen::line).run());
    }

    private boolean rebuild(List<String> args) throws IOException, InterruptedException {
        var rounds = new Arguments(args, List.of("rounds")).number("rounds", REBUILDS, MOST_ROUNDS);
        return inDirectory(
                "rebuild", directory -> new RebuildDrill(Checkout.home(), directory, rounds, screen::line).run());
    }

    private boolean forget(List<String> args) throws IOException, InterruptedException {
        var _ = new Arguments(args, List.of());
        return inDirectory("forget", directory -> new ForgetDrill(Checkout.home(), directory, screen::line).run());
    }

    private boolean intruder(List<String> args) throws IOException, InterruptedException {
        var arguments = new Arguments(args, List.of("seed", "family"));
        var seed = arguments.number("seed", SEED, 999_999_999);
        var only = arguments.oneOf("family", "", IntruderDrill.families());
        return inDirectory(
                "intruder", directory -> new IntruderDrill(Checkout.home(), directory, seed, only, screen::line).run());
    }

    private boolean tamper(List<String> args) throws IOException, InterruptedException {
        var arguments = new Arguments(args, List.of("trials", "events", "seed"));
        var trials = arguments.number("trials", TRIALS, MOST_ROUNDS);
        var events = arguments.number("events", EVENTS, 10_000_000);
        var seed = arguments.number("seed", SEED, 999_999_999);
        return inDirectory("tamper", directory -> new TamperDrill(directory, trials, events, seed, screen::line).run());
    }

    private interface Run {
        boolean in(Path directory) throws InterruptedException;
    }

    private boolean inDirectory(String name, Run drill) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("shouwang-" + name);
        screen.line("日志与数据(结果不好才留下) logs and data, kept after a bad verdict: " + directory);
        var good = false;
        try {
            good = drill.in(directory);
            return good;
        } finally {
            if (good) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
