package cn.shouwang.bench;

import cn.shouwang.bench.drill.KillDrill;
import cn.shouwang.bench.drill.forget.ForgetDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `drill NAME [OPTIONS]`: a failure drill on a suite of its own; the developer's is left alone.
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
        try {
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "kill" -> kill(number(args, "rounds", ROUNDS, MOST_ROUNDS)) ? 0 : 1;
                case "forget" -> forget() ? 0 : 1;
                default -> {
                    screen.line("用法 usage: ./shouwang drill kill [--rounds N] | forget");
                    yield 2;
                }
            };
        } catch (Arguments.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return 2;
        }
    }

    private static int number(List<String> args, String name, int otherwise, int most) {
        return new Arguments(args.subList(1, args.size()), List.of(name)).number(name, otherwise, most);
    }

    private boolean kill(int rounds) throws IOException, InterruptedException {
        return drilled("kill", directory -> new KillDrill(Checkout.home(), directory, rounds, screen::line).run());
    }

    private boolean forget() throws IOException, InterruptedException {
        return drilled("forget", directory -> new ForgetDrill(Checkout.home(), directory, screen::line).run());
    }

    @FunctionalInterface
    private interface OnDirectory {
        boolean run(Path directory) throws InterruptedException;
    }

    private boolean drilled(String name, OnDirectory drill) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("shouwang-" + name);
        var good = false;
        try {
            good = drill.run(directory);
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
