package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Records the start caches that are missing, once per build.
///
/// A training run starts a program on scratch data and free ports and ends it as soon as it is up; the
/// JVM writes the cache while it exits. Services stop by themselves after Spring's refresh; the server
/// process serves them meanwhile and is stopped last. A run that fails costs the cache, nothing else.
final class Training {

    private static final int AT_A_TIME = 2;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Children children;
    private final SuiteSettings settings;
    private final Progress progress;

    Training(Children children, SuiteSettings settings, Progress progress) {
        this.children = children;
        this.settings = settings;
        this.progress = progress;
    }

    void run(List<Program> programs) {
        var missing =
                programs.stream().filter(program -> cache(program).isMissing()).toList();
        if (missing.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(settings.cache());
            // Beside the caches, because the finished file is moved, and a move between disks is a copy.
            var scratch = Files.createTempDirectory(settings.cache(), "training");
            try {
                train(missing, launcher(scratch), scratch);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a scratch folder for start caches", e);
        }
    }

    StartCache cache(Program program) {
        var jvm = Jvm.of(program, ClassPath.of(settings.home(), program.module(), settings.cache()));
        return new StartCache(settings.cache(), jvm);
    }

    private Launcher launcher(Path scratch) {
        var any = new HashMap<>(settings.ports());
        any.replaceAll((_, _) -> 0);
        var ports = Ports.resolve(any);
        var surroundings = new Surroundings(
                ports,
                new MongoUri("mongodb://127.0.0.1:" + ports.get(Program.MONGO)),
                "127.0.0.1:" + ports.get(Program.KAFKA),
                Installation.open(scratch, List.of()),
                scratch,
                settings.demo());
        return new Launcher(
                children, settings, surroundings, scratch, settings.logs().resolve("training"), true, true);
    }

    private void train(List<Program> missing, Launcher launcher, Path scratch) {
        var training = missing.contains(Program.SERVER);
        if (training || missing.stream().anyMatch(Program::needsServer)) {
            var began = System.nanoTime();
            var draft = scratch.resolve("server.aot");
            var server = launcher.start(
                    Program.SERVER,
                    training
                            ? StartCache.recordingFlags(draft)
                            : cache(Program.SERVER).flags());
            if (training) {
                progress.changed(Program.SERVER.name(), ProcessState.TRAINING, 0, "");
            }
            var ready = awaitReady(launcher, server);
            trainServices(
                    ready
                            ? missing
                            : missing.stream().filter(p -> !p.needsServer()).toList(),
                    launcher,
                    scratch);
            server.stop(LIMIT);
            if (training) {
                keep(Program.SERVER, draft, began, launcher);
            }
        } else {
            trainServices(missing, launcher, scratch);
        }
    }

    private boolean awaitReady(Launcher launcher, Child server) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            if (launcher.isReady(Program.SERVER, server)) {
                return true;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private void trainServices(List<Program> missing, Launcher launcher, Path scratch) {
        try (var lanes = Executors.newFixedThreadPool(AT_A_TIME)) {
            missing.stream()
                    .filter(program -> !program.equals(Program.SERVER))
                    .forEach(program -> lanes.execute(() -> trainService(program, launcher, scratch)));
        }
    }

    private void trainService(Program program, Launcher launcher, Path scratch) {
        progress.changed(program.name(), ProcessState.TRAINING, 0, "");
        var began = System.nanoTime();
        var draft = scratch.resolve(program.name() + ".aot");
        try {
            var child = launcher.start(program, StartCache.recordingFlags(draft));
            int code = child.exit()
                    .completeOnTimeout(-1, LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            child.kill();
            keep(program, code == 0 ? draft : scratch.resolve("none"), began, launcher);
        } catch (Children.Closed e) {
            // stopped by hand: not the program's fault, so it is tried again next time
        }
    }

    private void keep(Program program, Path draft, long began, Launcher launcher) {
        if (children.isClosed()) {
            return;
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (cache(program).accept(draft)) {
            progress.changed(program.name(), ProcessState.TRAINING, seconds, "完成 done");
        } else {
            progress.changed(program.name(), ProcessState.UNTRAINED, seconds, "见 see " + launcher.log(program));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
