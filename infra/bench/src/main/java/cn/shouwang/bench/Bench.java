package cn.shouwang.bench;

import cn.shouwang.bench.start.StartMeasure;
import java.io.IOException;
import java.util.List;

/// `bench NAME`: one measurement; the last line is `NAME ratio R (limit L)`.
///
/// Exit codes: 0 within the limit, 1 not, 2 the command line was not understood.
public final class Bench {

    private final Screen screen = new Screen();

    private Bench() {}

    /// Runs and exits with its code.
    public static void main(String[] args) throws IOException {
        System.exit(new Bench().run(List.of(args)));
    }

    private int run(List<String> args) throws IOException {
        if (!args.equals(List.of("start"))) {
            screen.line("用法 usage: ./shouwang bench start");
            return 2;
        }
        try {
            return new StartMeasure(Checkout.home(), screen::line).run() ? 0 : 1;
        } catch (IllegalStateException e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}
