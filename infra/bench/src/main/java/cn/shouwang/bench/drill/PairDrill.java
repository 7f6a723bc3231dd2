package cn.shouwang.bench.drill;

import cn.shouwang.bench.county.Contest;
import cn.shouwang.bench.county.County;
import cn.shouwang.bench.county.Desk;
import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Village;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Two processes of the monitoring service on one log, under load, and SIGKILL of one of them again and
/// again.
///
/// Clients tell families and hold contests, in which several hands change one household at once; each
/// connection leads to the one process or the other. Runs a suite of its own, on free ports and below a
/// directory of its own.
public final class PairDrill {

    private static final String FIRST = "monitoring";
    private static final String SECOND = "monitoring-2";
    private static final int TELLERS = 3;
    private static final int CONTESTANTS = 3;
    private static final long SEED = 20_250_404;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration DRAIN = Duration.ofMinutes(4);

    private final int rounds;
    private final Consumer<String> screen;
    private final Fork fork = new Fork();
    private final Suite suite;
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger families = new AtomicInteger();
    private final AtomicInteger contests = new AtomicInteger();
    private final Map<String, List<String>> members = new ConcurrentHashMap<>();
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();

    /// @param home the checkout whose build is drilled
    /// @param directory where its data and logs go
    public PairDrill(Path home, Path directory, int rounds, Consumer<String> screen) {
        this.rounds = rounds;
        this.screen = screen;
        this.suite = new Suite(
                SuiteSettings.of(home)
                        .below(directory)
                        .withFreePorts()
                        .withTwin(FIRST, fork.port())
                        .withDemo(true),
                Progress.silent());
    }

    /// Runs the drill and stops everything it started, whatever happens. True when the log has no gap,
    /// nothing was lost and nothing doubled; the verdict is the last line on the screen.
    public boolean run() throws InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (fork;
                suite) {
            fork.leadTo(List.of(suite.port(FIRST), suite.port(SECOND)));
            suite.start();
            var offices = Offices.of(suite.url(), suite.passwords());
            var visitor = new Visitor(suite.url());
            var desk = new Desk(offices, visitor, ledger, PATIENCE);
            work(Village.all(visitor), desk);
            return verdict(new Aftermath(suite, ledger, offices.of("county-officer")).settle());
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
    }

    private void work(List<Village> villages, Desk desk) throws InterruptedException {
        var county = new County(SEED, villages);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < TELLERS; client++) {
                clients.execute(() -> untilTheEnd(() -> tell(county, desk)));
            }
            for (var client = 0; client < CONTESTANTS; client++) {
                clients.execute(() -> untilTheEnd(() -> contend(villages, desk)));
            }
            awaitCommandsPast(0);
            for (var round = 1; round <= rounds; round++) {
                round(round, ThreadLocalRandom.current().nextBoolean() ? FIRST : SECOND);
            }
            ending.set(true);
            finish(clients);
        }
    }

    private interface Act {
        void once() throws InterruptedException;
    }

    private void untilTheEnd(Act act) {
        while (!ending.get()) {
            try {
                act.once();
            } catch (RuntimeException e) {
                trouble.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(County county, Desk desk) {
        var family = county.family(families.getAndIncrement());
        family.register(desk);
        family.beHeardOf(desk);
        family.goThrough(desk);
    }

    private void contend(List<Village> villages, Desk desk) throws InterruptedException {
        var number = contests.getAndIncrement();
        var outcome = new Contest(SEED, number, villages.get(number % villages.size())).hold(desk);
        members.put(outcome.household(), outcome.members());
        trouble.addAll(outcome.faults());
    }

    private void round(int round, String victim) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(500, 2_500));
        var before = ledger.commands();
        suite.kill(victim);
        awaitCommandsPast(ledger.commands()); // the other one works on
        var alone = ledger.commands() - before;
        suite.restart(victim);
        awaitCommandsPast(ledger.commands());
        screen.accept(String.format(
                Locale.ROOT,
                "  %2d/%d  kill -9 %-12s 另一进程单独完成 done by the other alone %d+, 共 %d 条指令 commands",
                round,
                rounds,
                victim,
                alone,
                ledger.commands()));
    }

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
        var log = StoredLog.read(suite.mongo(FIRST));
        members.forEach((household, those) -> comparison.members(log, household, those));
        comparison.findings().stream().limit(20).forEach(finding -> screen.accept("  " + finding));
        trouble.stream().distinct().limit(20).forEach(line -> screen.accept("  意外 unexpected: " + line));
        screen.accept("  重发 repeated %d, 争改 contests %d, 意外 unexpected %d, 连接 connections %d + %d"
                .formatted(
                        ledger.repetitions(),
                        members.size(),
                        trouble.size(),
                        fork.taken(suite.port(FIRST)),
                        fork.taken(suite.port(SECOND))));
        var bothWorked = fork.taken(suite.port(FIRST)) > 0 && fork.taken(suite.port(SECOND)) > 0;
        screen.accept("pair: %d rounds, %d commands, gaps %d, lost %d, duplicated %d"
                .formatted(rounds, ledger.commands(), comparison.gaps(), comparison.lost(), comparison.duplicated()));
        return comparison.isGood() && trouble.isEmpty() && bothWorked;
    }
}
