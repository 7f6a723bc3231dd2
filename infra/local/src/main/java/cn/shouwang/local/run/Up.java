package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// `up`: starts the suite, keeps it running, stops it in order at Ctrl-C or SIGTERM.
final class Up {

    static final Options.Known OPTIONS = options();

    private final Home home;
    private final Options options;
    private final SuiteSettings settings;
    private final Screen screen;
    private final AtomicBoolean cameUp = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    Up(Home home, Options options, Screen screen) {
        this.home = home;
        this.options = options;
        this.settings = settings(home, options);
        this.screen = screen;
    }

    private static Options.Known options() {
        var known = Options.known().flag("demo", "detach").value("mongo", "kafka", "data", "seed", "households");
        SuiteSettings.of(Path.of("")).ports().keySet().forEach(name -> known.value(name + "-port"));
        return known;
    }

    static SuiteSettings settings(Home home, Options options) {
        var settings = SuiteSettings.of(home.root())
                .withDemo(options.has("demo"))
                .withMongo(options.value("mongo"))
                .withKafka(options.value("kafka"))
                .withRestart(true);
        var data = options.path("data");
        if (data != null) {
            settings = settings.withData(data);
        }
        for (var name : settings.ports().keySet()) {
            if (options.has(name + "-port")) {
                settings = settings.withPort(name, options.port(name + "-port"));
            }
        }
        return settings;
    }

    int run() {
        var lock = RunLock.take(settings.run());
        if (lock.isEmpty()) {
            return new Status(home, screen).alreadyRunning();
        }
        try (var _ = lock.get()) {
            var runner = RunnerFile.in(settings.run());
            runner.starting(settings.data());
            LeftOvers.stop(settings.run(), screen);
            var suite = new Suite(settings, screen);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(suite, runner)));
            return bringUp(suite, runner);
        }
    }

    private int bringUp(Suite suite, RunnerFile runner) {
        var began = System.nanoTime();
        try {
            suite.start();
        } catch (Children.Closed e) {
            return 1; // stopped by hand while starting
        } catch (PortsBusy e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        } catch (StartFailed e) {
            if (stopping.get()) {
                return 1;
            }
            screen.line("没有起来 did not come up: " + e.getMessage());
            e.lastLines().forEach(line -> screen.line("    " + line));
            return 1;
        }
        runner.up(suite.url(), settings.data(), suite.passwords());
        screen.line(String.format(
                Locale.ROOT,
                "%n全部就绪 all up: %.1f s, %s",
                (System.nanoTime() - began) / 1e9,
                Status.memory(suite.residentMemory().values())));
        if (settings.demo() && loadDemo(suite) != 0) {
            screen.line("示范县没有装载成功 the demo county was not loaded");
            return 1;
        }
        var welcome = new Welcome(settings.data().resolve("secrets"), screen);
        if (!Detach.isDetached()) {
            welcome.passwordOnce();
            screen.line("Ctrl-C 停止 stops everything");
        }
        showKeys(welcome);
        welcome.address(suite.url());
        cameUp.set(true);
        return untilStopped();
    }

    private void showKeys(Welcome welcome) {
        try {
            welcome.keysOnce(Program.sealed(home.root()), Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the signal; the shutdown hook then ends the process.
    private static int untilStopped() {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void shutDown(Suite suite, RunnerFile runner) {
        stopping.set(true);
        suite.stop();
        runner.pid().delete();
        if (cameUp.get()) {
            screen.line("已全部停止 all stopped");
            Runtime.getRuntime().halt(0); // stopped as asked, not killed by the signal
        }
    }

    private int loadDemo(Suite suite) {
        var done = settings.data().resolve("demo-loaded");
        if (Files.exists(done)) {
            screen.line("示范县已经装载过 the demo county was loaded before");
            return 0;
        }
        var args = new ArrayList<>(
                List.of("--url", suite.url(), "--passwords", suite.passwords().toString()));
        for (var name : List.of("seed", "households")) {
            var value = options.value(name);
            if (value != null) {
                args.addAll(List.of("--" + name, value));
            }
        }
        var code = new Bench(home, screen).run("Demo", args);
        if (code == 0) {
            try {
                Files.createFile(done);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + done, e);
            }
        }
        return code;
    }
}
