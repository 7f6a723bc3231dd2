package cn.shouwang.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Says that a process did not come up, with the end of its log.
public final class StartFailed extends RuntimeException {

    private static final int LINES = 30;

    private final List<String> lastLines;

    StartFailed(String process, String reason, Path log) {
        super(process + ": " + reason + " — " + log);
        this.lastLines = tail(log, LINES);
    }

    /// The last lines that the process wrote.
    public List<String> lastLines() {
        return lastLines;
    }

    static List<String> tail(Path log, int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
