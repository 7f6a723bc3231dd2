package cn.shouwang.local.run;

import java.nio.file.Path;
import java.time.Duration;

/// `down`: asks the runner to stop everything in order, and clears up after one that was killed.
final class Down {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path run;
    private final Screen screen;

    Down(Home home, Screen screen) {
        this.run = SuiteSettings.of(home.root()).run();
        this.screen = screen;
    }

    int run() {
        var runner = RunnerFile.in(run).process();
        if (runner.isPresent()) {
            screen.line("正在停止 stopping (pid " + runner.get().pid() + ")");
            runner.get().destroy();
            if (!LeftOvers.ends(runner.get(), PATIENCE)) {
                screen.line("没有停下来 did not stop within " + PATIENCE.toSeconds() + " s");
                return 1;
            }
        }
        var leftOvers = LeftOvers.stop(run, screen);
        RunnerFile.in(run).pid().delete();
        screen.line(runner.isPresent() || leftOvers > 0 ? "已全部停止 all stopped" : "没有在运行 nothing is running");
        return 0;
    }
}
