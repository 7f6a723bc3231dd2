package cn.shouwang.bench.drill;

import cn.shouwang.bench.county.County;
import cn.shouwang.bench.county.Desk;
import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Village;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.NoAnswer;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The register of households is built anew beside the old rows, compared, switched, rolled back and switched
/// again, while people enter households and others ask for the list all the time, in two processes of the
/// monitoring service.
///
/// Every answer must hold all that had been acknowledged when it was asked for. Runs a suite of its own, on
/// free ports and below a directory of its own.
public final class RebuildDrill {

    private static final String VIEW = "/api/monitoring/views/roster";
    private static final String LIST = "/api/monitoring/households?size=1";
    private static final String WHY = "{\"reason\":\"演练\"}";
    private static final int WRITERS = 3;
    private static final int ASKERS = 4;
    private static final int BEFORE = 150;
    private static final long SEED = 20_250_505;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int rounds;
    private final Consumer<String> screen;
    private final Fork fork = new Fork();
    private final Suite suite;
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger families = new AtomicInteger();
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong empty = new AtomicLong();
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();
    private int switches;
    private long differing;

    /// @param home the checkout whose build is drilled
    /// @param directory where its data and logs go
    public RebuildDrill(Path home, Path directory, int rounds, Consumer<String> screen) {
        this.rounds = rounds;
        this.screen = screen;
        this.suite = new Suite(
                SuiteSettings.of(home)
                        .below(directory)
                        .withFreePorts()
                        .withTwin("monitoring", fork.port())
                        .withDemo(true),
                Progress.silent());
    }

    /// Runs the drill and stops everything it started, whatever happens. True when no answer was empty or
    /// short and no row differed; the verdict is the last line on the screen.
    public boolean run() throws InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (fork;
                suite) {
            fork.leadTo(List.of(suite.port("monitoring"), suite.port("monitoring-2")));
            suite.start();
            var offices = Offices.of(suite.url(), suite.passwords());
            var visitor = new Visitor(suite.url());
            var desk = new Desk(offices, visitor, ledger, PATIENCE);
            work(new County(SEED, Village.all(visitor)), desk, offices);
            return verdict();
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
    }

    private void work(County county, Desk desk, Offices offices) throws InterruptedException {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < WRITERS; client++) {
                clients.execute(() -> untilTheEnd(() -> register(county, desk)));
            }
            await("the first households", () -> ledger.commands() >= BEFORE);
            for (var client = 0; client < ASKERS; client++) {
                clients.execute(() -> untilTheEnd(() -> ask(offices.of("county-officer"))));
            }
            for (var round = 1; round <= rounds; round++) {
                round(round, offices.of("system-admin"));
            }
            ending.set(true);
            clients.shutdown();
            if (!clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                clients.shutdownNow();
            }
        }
    }

    private void untilTheEnd(Runnable act) {
        while (!ending.get()) {
            try {
                act.run();
            } catch (RuntimeException e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void register(County county, Desk desk) {
        county.family(families.getAndIncrement()).register(desk);
    }

    /// Asks for the list as somebody does who knows of all that was acknowledged.
    private void ask(Caller officer) {
        var known = ledger.commands();
        var wanted = ledger.position();
        var answer = officer.get(LIST, wanted);
        answers.incrementAndGet();
        var total = answer.isAccepted() ? answer.json().path("total").asLong(0) : 0;
        if (total == 0) {
            empty.incrementAndGet();
            trouble.add("empty: %d %s".formatted(answer.status(), answer.code()));
        } else if (answer.position() < wanted) {
            late.incrementAndGet(); // it says so itself
        } else if (total < known) {
            trouble.add("short: %d of %d".formatted(total, known));
        }
    }

    private void round(int round, Caller admin) throws InterruptedException {
        act(admin, "/rebuild", WHY);
        var built = awaitView(admin, "built", view -> state(view, "READY") >= 0);
        var generation = state(built, "READY");
        var before = state(built, "CURRENT");
        compare(admin);
        turn(admin, "/switch", generation);
        turn(admin, "/roll-back", before);
        var parity = compare(admin);
        turn(admin, "/switch", generation);
        act(admin, "/drop", "{\"generation\":%d,\"reason\":\"演练\"}".formatted(before));
        screen.accept("  %2d/%d  第 %d 代 generation %d: %d 行 rows, 不一致 unequal %d, 已答 %d 次 answers"
                .formatted(
                        round,
                        rounds,
                        generation,
                        generation,
                        parity.path("otherRows").asLong(),
                        unequal(parity),
                        answers.get()));
    }

    private JsonNode compare(Caller admin) throws InterruptedException {
        act(admin, "/compare", "");
        var parity = awaitView(admin, "compared", view -> view.path("comparison")
                        .path("parity")
                        .isObject())
                .path("comparison")
                .path("parity");
        differing += unequal(parity);
        return parity;
    }

    private static long unequal(JsonNode parity) {
        return List.of("differing", "missing", "extra", "unsettled").stream()
                .mapToLong(kind -> parity.path(kind).asLong(1))
                .sum();
    }

    private void turn(Caller admin, String act, int generation) throws InterruptedException {
        act(admin, act, WHY);
        switches++;
        awaitView(admin, "answering", view -> view.path("answering").asInt(-1) == generation);
        var asked = answers.get() + 2 * ASKERS; // some answers from either side of the turn
        await("answers", () -> answers.get() > asked);
    }

    private void act(Caller admin, String act, String form) {
        var answer = admin.post(VIEW + act, form, "rebuild-drill-" + acts.incrementAndGet());
        if (!answer.isAccepted()) {
            throw new IllegalStateException("%s: %d %s".formatted(act, answer.status(), answer.code()));
        }
    }

    /// The number of the generation in that state, -1 when there is none.
    private static int state(JsonNode view, String state) {
        for (var generation : view.path("generations")) {
            if (generation.path("state").asString("").equals(state)) {
                return generation.path("generation").asInt(-1);
            }
        }
        return -1;
    }

    private JsonNode awaitView(Caller admin, String what, Predicate<JsonNode> wanted) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = admin.get(VIEW);
                if (answer.isAccepted() && wanted.test(answer.json())) {
                    return answer.json();
                }
            } catch (NoAnswer e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not " + what + " within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(100);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no " + what + " within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }

    private boolean verdict() {
        trouble.stream().distinct().limit(20).forEach(line -> screen.accept("  意外 unexpected: " + line));
        screen.accept("  %d 户 households, 迟到的回答 late answers %d, 意外 unexpected %d"
                .formatted(ledger.commands(), late.get(), trouble.size()));
        screen.accept("rebuild: %d switches, %d answers, empty %d, differing rows %d"
                .formatted(switches, answers.get(), empty.get(), differing));
        return empty.get() == 0
                && differing == 0
                && trouble.isEmpty()
                && ledger.refusals().isEmpty()
                && answers.get() > 0;
    }
}
