package cn.shouwang.local.run;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `up --detach`: runs `up` in a process that stays when the terminal goes, shows what it prints until
/// everything is up, and leaves.
final class Detach {

    private static final String DETACHED = "shouwang.detached";

    private final SuiteSettings settings;
    private final Screen screen;

    Detach(SuiteSettings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    int run(List<String> args) {
        var log = settings.logs().resolve("up.log");
        var runner = RunnerFile.in(settings.run());
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            var process = new ProcessBuilder(command(args))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile())
                    .start();
            var shown = 0L;
            while (process.isAlive() && !isDone(log)) {
                shown = show(log, shown);
                Thread.sleep(Duration.ofMillis(100));
            }
            show(log, shown);
            if (!process.isAlive() && runner.url().isEmpty()) {
                return process.exitValue();
            }
            new Welcome(settings.data().resolve("secrets"), screen).passwordOnce();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start in the background", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /// This JVM's own command line, deaf to Ctrl-C and to a closing terminal.
    private static List<String> command(List<String> args) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + DETACHED + "=true");
        command.add(Main.class.getName());
        command.add("up");
        command.addAll(args.stream().filter(arg -> !arg.matches("--?detach")).toList());
        return command;
    }

    /// True in the process that has no terminal: what it prints is kept in a log.
    static boolean isDetached() {
        return Boolean.getBoolean(DETACHED);
    }

    private static boolean isDone(Path log) throws IOException {
        return Files.exists(log) && Files.readString(log).contains("\n" + Welcome.ADDRESS);
    }

    private long show(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            if (end > 0) {
                screen.line(new String(bytes, 0, end - 1, StandardCharsets.UTF_8));
            }
            return from + end;
        }
    }
}
