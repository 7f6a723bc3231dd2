package cn.shouwang.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;

/// `status`: a line per process, the memory of all, the address. Exit code 0 when everything is up, else 1.
final class Status {

    private final Path home;
    private final Path run;
    private final Screen screen;

    Status(Home home, Screen screen) {
        this.home = home.root();
        this.run = SuiteSettings.of(home.root()).run();
        this.screen = screen;
    }

    int run() {
        var runner = RunnerFile.in(run);
        var memory = new ArrayList<Long>();
        var processes = PidFile.all(run).stream()
                .filter(file -> !file.name().equals(RunnerFile.NAME))
                .filter(file -> file.process().isPresent())
                .toList();
        if (runner.process().isEmpty() && processes.isEmpty()) {
            screen.line("没有在运行 nothing is running");
            return 1;
        }
        var allUp = runner.url().isPresent();
        for (var program : Program.in(home).reversed()) {
            var file = processes.stream()
                    .filter(process -> process.name().equals(program.name()))
                    .findFirst();
            if (file.isPresent()) {
                var process = file.get().process().orElse(ProcessHandle.current());
                var resident = ResidentMemory.of(process.pid());
                resident.ifPresent(memory::add);
                var ready = isReady(file.get(), process.pid());
                allUp &= ready;
                screen.line(line(program.name(), ready, process, resident));
            } else if (!program.equals(Program.SERVER)) {
                allUp = false;
                screen.line("  %-11s %s".formatted(program.name(), ProcessState.STOPPED));
            }
        }
        screen.line("合计 total: " + memory(memory));
        if (runner.process().isEmpty()) {
            screen.line("主控进程已不在 the runner is gone: ./shouwang down");
        }
        runner.url().ifPresent(url -> screen.line("地址 address: " + url));
        return allUp ? 0 : 1;
    }

    /// What a second `up` says; not an error, so exit code 0.
    int alreadyRunning() {
        screen.line("已经在运行 already running");
        run();
        return 0;
    }

    static String memory(Collection<Long> bytes) {
        return "内存 memory %d MB"
                .formatted(bytes.stream().mapToLong(Long::longValue).sum() >> 20);
    }

    private boolean isReady(PidFile file, long pid) {
        return file.name().equals(Program.SERVER.name())
                ? Readiness.file(run.resolve("server.ready"), pid)
                : file.note("port")
                        .filter(port -> port.matches("\\d+"))
                        .map(port -> Readiness.http(Integer.parseInt(port)))
                        .orElse(false);
    }

    private static String line(String name, boolean ready, ProcessHandle process, OptionalLong resident) {
        var since = process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toSeconds() + " s")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "  %-11s %-20s pid %-8d %5d MB %8s",
                name,
                ready ? ProcessState.UP : "未就绪 not ready",
                process.pid(),
                resident.orElse(0) >> 20,
                since);
    }
}
