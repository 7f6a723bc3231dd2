package cn.shouwang.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `./shouwang up` as a person types it, on free ports and a data folder of its own.
final class RunningSuite implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)\\s*$");
    private static final Pattern MARK = Pattern.compile("-Dshouwang\\.process=(\\w+)");
    private static final List<String> PORTS =
            List.of("gateway", "identity", "monitoring", "employment", "mongo", "kafka");
    private static final int PATIENCE_SECONDS = 60;

    private final Process up;
    private final Path data;
    private final String url;

    private RunningSuite(Process up, Path data, String url) {
        this.up = up;
        this.data = data;
        this.url = url;
    }

    /// Says that `up` ended without an address.
    static final class DidNotComeUp extends IllegalStateException {
        DidNotComeUp() {
            super("没有起来 did not come up");
        }
    }

    /// Returns when the address stands on the screen.
    ///
    /// @throws DidNotComeUp when it never does, for instance because a suite of this checkout is running
    static RunningSuite up(Path home, Path data, Consumer<String> screen) {
        var command = new ArrayList<>(List.of(home.resolve("shouwang").toString(), "up", "--data", data.toString()));
        PORTS.forEach(name -> command.addAll(List.of("--" + name + "-port", "0")));
        try {
            var up = new ProcessBuilder(command).redirectErrorStream(true).start();
            var url = address(up.inputReader(), screen);
            if (url.isEmpty()) {
                up.destroy();
                throw new DidNotComeUp();
            }
            return new RunningSuite(up, data, url);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    private static String address(BufferedReader output, Consumer<String> screen) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (!line.contains("password")) { // of an installation that is gone in a minute, but still
                screen.accept("  " + line.strip());
            }
            var address = ADDRESS.matcher(line);
            if (address.find() && line.contains("address")) {
                return address.group(1);
            }
        }
        return "";
    }

    String url() {
        return url;
    }

    Path passwords() {
        return data.resolve("secrets/first-passwords.txt");
    }

    /// Resident bytes of every process that `up` started, and of the one that watches them.
    Map<String, Long> residentMemory() {
        var memory = new LinkedHashMap<String, Long>();
        Stream.concat(Stream.of(up.toHandle()), up.descendants())
                .forEach(process -> memory.put(name(process), resident(process.pid())));
        return memory;
    }

    private static String name(ProcessHandle process) {
        var mark = MARK.matcher(process.info().commandLine().orElse(""));
        return mark.find() ? mark.group(1) : "process " + process.pid();
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is measured where /proc tells it", e);
        }
    }

    /// As Ctrl-C does; returns when everything is gone.
    @Override
    public void close() {
        up.destroy();
        try {
            if (!up.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                up.descendants().forEach(ProcessHandle::destroyForcibly);
                up.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
