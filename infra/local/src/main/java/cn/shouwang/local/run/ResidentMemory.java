package cn.shouwang.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Resident memory of a process, `VmRSS` of `/proc/<pid>/status`.
final class ResidentMemory {

    private ResidentMemory() {}

    /// Bytes, or empty where there is no `/proc` or no such process.
    static OptionalLong of(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
