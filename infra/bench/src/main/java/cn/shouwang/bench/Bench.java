package cn.shouwang.bench;

import cn.shouwang.bench.sealing.SealingMeasure;
import cn.shouwang.bench.start.StartMeasure;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

/// `bench NAME`: one measurement; the last line is `NAME ratio R (limit L)`.
///
/// Exit codes: 0 within the limit, 1 not, 2 the command line was not understood.
public final class Bench {

    private final Screen screen = new Screen();

    private Bench() {}

    /// Runs and exits with its code.
    public static void main(String[] args) throws Exception {
        System.exit(new Bench().run(List.of(args)));
    }

    private int run(List<String> args) throws Exception {
        try {
            return switch (args.size() == 1 ? args.getFirst() : "") {
                case "start" -> new StartMeasure(Checkout.home(), screen::line).run() ? 0 : 1;
                case "sealing" -> sealing() ? 0 : 1;
                default -> {
                    screen.line("用法 usage: ./shouwang bench start | sealing");
                    yield 2;
                }
            };
        } catch (IllegalStateException e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private boolean sealing() throws Exception {
        var directory = Files.createTempDirectory("shouwang-sealing");
        try {
            return new SealingMeasure(directory, screen::line).run();
        } finally {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
