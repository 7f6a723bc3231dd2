package cn.shouwang.local.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `logs [service] [-f]`: the last lines of one log or of all, and with `-f` what comes next.
final class Logs {

    static final Options.Known OPTIONS = Options.known().flag("f", "follow");
    private static final int LINES = 100;
    private static final Duration POLL = Duration.ofMillis(300);

    private final Path logs;
    private final Screen screen;

    Logs(Home home, Screen screen) {
        this.logs = SuiteSettings.of(home.root()).logs();
        this.screen = screen;
    }

    int run(Options options) {
        var all = existing();
        var chosen = options.words().isEmpty()
                ? all
                : all.stream()
                        .filter(log -> options.words().contains(name(log)))
                        .toList();
        if (chosen.isEmpty()) {
            screen.line("没有日志 no log; 有 there are: "
                    + String.join(" ", all.stream().map(Logs::name).toList()));
            return 1;
        }
        var shown = new HashMap<Path, Long>();
        for (var log : chosen) {
            shown.put(log, length(log));
            StartFailed.tail(log, LINES).forEach(line -> screen.line(prefix(log, chosen) + line));
        }
        return options.has("f") || options.has("follow") ? follow(chosen, shown) : 0;
    }

    private int follow(List<Path> chosen, Map<Path, Long> shown) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (var log : chosen) {
                    shown.compute(log, (_, from) -> show(log, from == null ? 0 : from, prefix(log, chosen)));
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /// Prints the whole lines behind `from` and returns where they end; a log that has become shorter was
    /// begun anew.
    private long show(Path log, long from, String prefix) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = file.length() < from ? 0 : from;
            var bytes = new byte[(int) Math.min(file.length() - start, 1 << 20)];
            file.seek(start);
            file.readFully(bytes);
            var end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> screen.line(prefix + line));
            return start + end;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private List<Path> existing() {
        if (Files.notExists(logs)) {
            return List.of();
        }
        try (var files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + logs, e);
        }
    }

    private static String prefix(Path log, List<Path> chosen) {
        return chosen.size() == 1 ? "" : "%-11s| ".formatted(name(log));
    }

    private static String name(Path log) {
        return log.getFileName().toString().replaceFirst("\\.log$", "");
    }

    private static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }
}
