package cn.shouwang.bench;

import cn.shouwang.bench.drill.KillDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `drill NAME [--rounds N]`: a failure drill on a suite of its own; the developer's is left alone.
///
/// Exit codes: 0 the verdict is good, 1 it is not, 2 the command line was not understood. After a bad
/// verdict data and logs stay where the screen says.
public final class Drill {

    private static final int MOST_ROUNDS = 10_000;
    private static final int ROUNDS = 20;

    private final Screen screen = new Screen();

    private Drill() {}

    /// Runs and exits with its code.
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(new Drill().run(List.of(args)));
    }

    private int run(List<String> args) throws IOException, InterruptedException {
        if (args.isEmpty() || !args.getFirst().equals("kill")) {
            screen.line("用法 usage: ./shouwang drill kill [--rounds N]");
            return 2;
        }
        try {
            var rounds = new Arguments(args.subList(1, args.size()), List.of("rounds"))
                    .number("rounds", ROUNDS, MOST_ROUNDS);
            return kill(rounds) ? 0 : 1;
        } catch (Arguments.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return 2;
        }
    }

    private boolean kill(int rounds) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("shouwang-kill");
        var good = false;
        try {
            good = new KillDrill(Checkout.home(), directory, rounds, screen::line).run();
            return good;
        } finally {
            if (good) {
                delete(directory);
            } else {
                screen.line("日志与数据 logs and data: " + directory);
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
