package cn.shouwang.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops what a runner that was killed has left running. Only processes that their pid file proves to be
/// ours are signalled; the other pid files are just removed.
final class LeftOvers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LeftOvers() {}

    /// Returns how many processes were stopped.
    static int stop(Path run, Screen screen) {
        var stopped = 0;
        for (var file : PidFile.all(run)) {
            if (file.name().equals(RunnerFile.NAME)) {
                continue;
            }
            var process = file.process();
            if (process.isPresent()) {
                screen.line("  停止上次遗留的进程 stopping a leftover: " + file.name() + " (pid "
                        + process.get().pid() + ")");
                end(process.get());
                stopped++;
            }
            file.delete();
        }
        return stopped;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ends(process, PATIENCE)) {
            process.destroyForcibly();
            ends(process, PATIENCE);
        }
    }

    /// True when the process is gone within `patience`.
    static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
