package cn.shouwang.local.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The file `<name>.pid` of a process: lines `pid=`, `started=` (epoch milliseconds), and notes such as
/// `port=` or `url=`.
///
/// A pid says nothing by itself, since the kernel gives it to a stranger after its owner has died. A
/// process counts as ours only when it also started at the recorded time and carries our mark on its
/// command line.
record PidFile(Path path) {

    // The kernel counts starts from boot, whose wall-clock time moves when the clock is set.
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    static String mark(String name) {
        return "-Dshouwang.process=" + name;
    }

    static PidFile of(Path run, String name) {
        return new PidFile(run.resolve(name + ".pid"));
    }

    static List<PidFile> all(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (var files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run, e);
        }
    }

    String name() {
        return path.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    void write(ProcessHandle process, Map<String, String> notes) {
        var lines = new ArrayList<String>();
        lines.add("pid=" + process.pid());
        lines.add("started="
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        notes.forEach((key, value) -> lines.add(key + "=" + value));
        try {
            Files.createDirectories(path.getParent());
            var draft = path.resolveSibling(path.getFileName() + ".draft");
            Files.write(draft, lines);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    Optional<String> note(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /// The live process this file is about, if it is still that one.
    Optional<ProcessHandle> process() {
        var lines = read();
        try {
            var started = Instant.ofEpochMilli(Long.parseLong(lines.getProperty("started", "")));
            return ProcessHandle.of(Long.parseLong(lines.getProperty("pid", "")))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, started) && isMarked(process));
        } catch (NumberFormatException e) {
            return Optional.empty(); // torn or foreign: no proof, so not ours
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_SLACK) <= 0)
                .orElse(false);
    }

    private boolean isMarked(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(mark(name())))
                .orElse(false);
    }

    private Properties read() {
        var lines = new Properties();
        try {
            if (Files.exists(path)) {
                lines.load(new StringReader(Files.readString(path)));
            }
        } catch (IOException | IllegalArgumentException e) {
            lines.clear(); // unreadable: proves nothing
        }
        return lines;
    }
}
