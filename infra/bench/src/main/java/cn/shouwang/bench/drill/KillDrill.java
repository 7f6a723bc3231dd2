package cn.shouwang.bench.drill;

import cn.shouwang.bench.county.County;
import cn.shouwang.bench.county.Desk;
import cn.shouwang.bench.county.Family;
import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Village;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// SIGKILL of a random process, again and again, while a handful of clients work on.
///
/// Runs a suite of its own, on free ports and below a directory of its own. A command whose answer did not
/// come is repeated under its key until it does; at the end everything is compared.
public final class KillDrill {

    private static final List<String> VICTIMS = List.of("server", "monitoring", "employment", "gateway", "identity");
    private static final int CLIENTS = 5;
    private static final long SEED = 20_250_101;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration DRAIN = Duration.ofMinutes(4);

    private final int rounds;
    private final Consumer<String> screen;
    private final Suite suite;
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger families = new AtomicInteger();
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();

    /// @param home the checkout whose build is drilled
    /// @param directory where its data and logs go
    public KillDrill(Path home, Path directory, int rounds, Consumer<String> screen) {
        this.rounds = rounds;
        this.screen = screen;
        this.suite = new Suite(
                SuiteSettings.of(home).below(directory).withFreePorts().withDemo(true), Progress.silent());
    }

    /// Runs the drill and stops everything it started, whatever happens. True when nothing was lost and
    /// nothing doubled; the verdict is the last line on the screen.
    public boolean run() throws InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (suite) {
            suite.start();
            var offices = Offices.of(suite.url(), suite.passwords());
            var visitor = new Visitor(suite.url());
            var desk = new Desk(offices, visitor, ledger, PATIENCE);
            work(new County(SEED, Village.all(visitor)), desk);
            var comparison = new Aftermath(suite, ledger, offices.of("county-officer")).settle();
            trouble.addAll(SealedLog.faults(suite, offices.of("auditor"), screen));
            return verdict(comparison);
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
    }

    private void work(County county, Desk desk) throws InterruptedException {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < CLIENTS; client++) {
                clients.execute(() -> tellFamilies(county, desk));
            }
            awaitCommandsPast(0);
            var victims = new ArrayList<String>();
            for (var round = 1; round <= rounds; round++) {
                if (victims.isEmpty()) {
                    victims.addAll(VICTIMS);
                    Collections.shuffle(victims); // at random, and nobody is left out
                }
                round(round, victims.removeLast());
            }
            ending.set(true);
            finish(clients);
        }
    }

    private void tellFamilies(County county, Desk desk) {
        while (!ending.get()) {
            var family = county.family(families.getAndIncrement());
            try {
                tell(family, desk);
            } catch (RuntimeException e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private static void tell(Family family, Desk desk) {
        family.register(desk);
        family.beHeardOf(desk);
        family.goThrough(desk);
    }

    private void round(int round, String victim) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(500, 2_500));
        var began = System.nanoTime();
        suite.kill(victim);
        Thread.sleep(ThreadLocalRandom.current().nextInt(500));
        suite.restart(victim);
        var restarted = System.nanoTime();
        awaitCommandsPast(ledger.commands());
        screen.accept(String.format(
                Locale.ROOT,
                "  %2d/%d  kill -9 %-11s 重启 restart %.1f s, 恢复 back at work %.1f s, %d 条指令 commands",
                round,
                rounds,
                victim,
                (restarted - began) / 1e9,
                (System.nanoTime() - restarted) / 1e9,
                ledger.commands()));
    }

    /// The suite works when commands are answered; the clients repeat theirs all the time.
    private void awaitCommandsPast(int count) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.commands() <= count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no command was answered for " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }

    private static void finish(ExecutorService clients) throws InterruptedException {
        clients.shutdown();
        if (!clients.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            clients.shutdownNow();
        }
    }

    private boolean verdict(Comparison comparison) {
        comparison.findings().stream().limit(20).forEach(finding -> screen.accept("  " + finding));
        trouble.stream().distinct().limit(20).forEach(line -> screen.accept("  意外 unexpected: " + line));
        screen.accept(
                "  重发 repeated %d, 未料到的拒绝 unexpected refusals %d".formatted(ledger.repetitions(), trouble.size()));
        screen.accept("kill: %d rounds, %d commands, lost %d, duplicated %d"
                .formatted(rounds, ledger.commands(), comparison.lost(), comparison.duplicated()));
        return comparison.isGood() && trouble.isEmpty() && ledger.refusals().isEmpty();
    }
}
