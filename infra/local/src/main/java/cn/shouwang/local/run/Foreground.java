package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Runs a command on this terminal and waits for it. It does not outlive this process.
final class Foreground {

    private Foreground() {}

    static int run(ProcessBuilder builder) {
        try {
            var process = builder.start();
            var end = new Thread(() -> {
                process.destroy();
                process.onExit().join();
            });
            Runtime.getRuntime().addShutdownHook(end);
            var code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + builder.command().getFirst(), e);
        } catch (IllegalStateException e) {
            return 1; // the shutdown hook is ending the command already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
