package cn.shouwang.local.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process that we started: its output goes to a log, its pid to a pid file for as long as it lives.
final class Child {

    // These would change the flags that the start cache was recorded with.
    private static final List<String> NOT_INHERITED =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");
    private static final long LARGE_LOG = 16L << 20;

    private final Process process;
    private final PidFile pidFile;
    private final CompletableFuture<Integer> exit;

    private Child(Process process, PidFile pidFile) {
        this.process = process;
        this.pidFile = pidFile;
        this.exit = process.onExit().thenApply(ended -> {
            pidFile.delete();
            return ended.exitValue();
        });
    }

    static Child start(List<String> command, Map<String, String> environment, Path log, PidFile pidFile) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeAll(NOT_INHERITED);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var process = builder.start();
            pidFile.write(process.toHandle(), Map.of("port", environment.getOrDefault("PORT", "")));
            return new Child(process, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + pidFile.name(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Completes with the exit code once the process is gone and its pid file with it.
    CompletableFuture<Integer> exit() {
        return exit;
    }

    /// SIGTERM, then SIGKILL for one that does not listen; returns when the process is gone.
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        exit.join();
    }

    /// SIGKILL; returns when the process is gone.
    void kill() {
        process.destroyForcibly();
        exit.join();
    }

    @Override
    public String toString() {
        return pidFile.name() + " (pid " + pid() + ")";
    }
}
