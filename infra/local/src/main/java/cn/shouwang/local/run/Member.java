package cn.shouwang.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One process of a suite through its lives: started, ready, perhaps crashed and brought back, stopped.
final class Member {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String name;
    private final Path log;
    private final Supplier<Child> launcher;
    private final Predicate<Child> isReady;
    private final Backoff backoff;
    private final boolean restart;
    private final Progress progress;

    private @Nullable Child child;
    private boolean wanted;

    Member(
            String name,
            Path log,
            Supplier<Child> launcher,
            Predicate<Child> isReady,
            @Nullable Backoff backoff,
            Progress progress) {
        this.name = name;
        this.log = log;
        this.launcher = launcher;
        this.isReady = isReady;
        this.restart = backoff != null;
        this.backoff = backoff == null ? Backoff.standard() : backoff;
        this.progress = progress;
    }

    String name() {
        return name;
    }

    /// Returns when the process is ready.
    ///
    /// @throws StartFailed when it ends or takes longer than two minutes
    void start() {
        synchronized (this) {
            if (child != null && child.isAlive()) {
                throw new IllegalStateException(name + " is running");
            }
            wanted = true;
        }
        startIfWanted();
    }

    /// Stops it in order; nothing happens when it is not running.
    void stop() {
        var running = unwant();
        if (running != null && running.isAlive()) {
            running.stop(STOP_PATIENCE);
            progress.changed(name, ProcessState.STOPPED, 0, "");
        }
    }

    /// SIGKILL; it stays dead until it is started again.
    void kill() {
        var running = unwant();
        if (running != null) {
            running.kill();
        }
    }

    synchronized OptionalLong pid() {
        return child != null && child.isAlive() ? OptionalLong.of(child.pid()) : OptionalLong.empty();
    }

    private synchronized @Nullable Child unwant() {
        wanted = false;
        return child;
    }

    private synchronized @Nullable Child launch() {
        if (wanted) {
            child = launcher.get();
            return child;
        }
        return null;
    }

    private void startIfWanted() {
        var began = System.nanoTime();
        progress.changed(name, ProcessState.STARTING, 0, "");
        var started = launch();
        if (started == null) {
            return;
        }
        awaitReady(started, began);
        progress.changed(name, ProcessState.UP, (System.nanoTime() - began) / 1e9, "");
        backoff.up();
        var watch = Thread.ofVirtual().name("watch-" + name).unstarted(() -> {
            int code = started.exit().join();
            ended(started, code);
        });
        watch.start();
    }

    private void awaitReady(Child started, long began) {
        while (!isReady.test(started)) {
            if (!started.isAlive()) {
                throw new StartFailed(name, "退出码 exit code " + started.exit().join(), log);
            }
            if (System.nanoTime() - began > START_LIMIT.toNanos()) {
                started.kill();
                throw new StartFailed(name, "两分钟内没有就绪 not ready within two minutes", log);
            }
            sleep(POLL);
        }
    }

    private void ended(Child started, int code) {
        synchronized (this) {
            if (!wanted || child != started) {
                return;
            }
        }
        progress.changed(name, ProcessState.CRASHED, 0, "退出码 exit code " + code);
        while (restart && isWanted()) {
            sleep(backoff.next());
            try {
                startIfWanted();
                return;
            } catch (StartFailed e) {
                progress.changed(name, ProcessState.CRASHED, 0, String.valueOf(e.getMessage()));
            } catch (Children.Closed e) {
                return;
            }
        }
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
