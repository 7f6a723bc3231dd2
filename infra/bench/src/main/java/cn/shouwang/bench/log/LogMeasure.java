package cn.shouwang.bench.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// `bench log`: the tables of all peers, then every target beside what came out.
public final class LogMeasure {

    private static final int LONG_STREAM = 1_000_000;
    private static final double LIMIT = 4.0;
    private static final int ROUNDS = 5;
    private static final long SMALL_LOG = 100_000;

    private final Path folder;
    private final boolean quick;
    private final Consumer<String> screen;
    private final Targets targets = new Targets();

    public LogMeasure(Path folder, boolean quick, Consumer<String> screen) {
        this.folder = folder;
        this.quick = quick;
        this.screen = screen;
    }

    /// True when ours is at least four times the best Axon Mongo engine: 64 writers, commits of one
    /// event, all durable.
    public boolean run() throws IOException, InterruptedException, ExecutionException {
        try (var peers = new Peers(folder)) {
            screen.accept("embedded server, every write forced; " + peers.postgres());
            var ratio = appends(peers);
            loads(peers);
            replays(peers);
            slope(peers);
            beside(peers);
            new Semantics(screen).show(peers.onEmptyLogs());
            new TokenMeasure(ROUNDS, screen).run();
            targets.print(screen);
            screen.accept(String.format(Locale.ROOT, "log ratio %.2f (limit %.2f)", ratio, LIMIT));
            return ratio >= LIMIT;
        }
    }

    private double appends(Peers peers) throws IOException, InterruptedException, ExecutionException {
        var measure = new AppendMeasure(peers, folder, ROUNDS, time(), screen);
        measure.warm(Duration.ofSeconds(quick ? 6 : 10));
        var ones = measure.run(new Workload(64, 1, 10));
        var threes = measure.run(new Workload(64, 3, 10));
        targets.atLeast("64 writers, 1 event, ÷ best Axon Mongo", 4, ones.overAxonMongo());
        targets.atLeast("64 writers, 3 events, ÷ best Axon Mongo", 4, threes.overAxonMongo());
        targets.atLeast("64 writers, 1 event, ÷ insertMany", 0.85, ones.overInserts());
        targets.atLeast("64 writers, 3 events, ÷ insertMany", 0.85, threes.overInserts());
        targets.atLeast("64 writers, 1 event, ÷ forced file", 0.40, ones.overForced());
        targets.atLeast("64 writers, 3 events, ÷ forced file", 0.40, threes.overForced());
        var eight = measure.run(new Workload(8, 1, 10));
        var one = measure.run(new Workload(1, 1, 10));
        if (peers.has(Peers.POSTGRES)) {
            targets.atLeast("64 writers, 1 event, ÷ PostgreSQL", 4, ones.over(Peers.POSTGRES));
            targets.atLeast("64 writers, 3 events, ÷ PostgreSQL", 3.5, threes.over(Peers.POSTGRES));
            targets.atLeast("8 writers, 1 event, ÷ PostgreSQL", 1.3, eight.over(Peers.POSTGRES));
            targets.atMost(
                    "1 writer, p50 ÷ PostgreSQL's", 1.1, one.wait(Peers.OURS).over(one.wait(Peers.POSTGRES)));
        }
        if (!quick) {
            measure.run(new Workload(8, 3, 10));
            measure.run(new Workload(1, 3, 10));
            measure.run(new Workload(64, 1, LONG_STREAM));
        }
        return ones.overAxonMongo().median();
    }

    private void loads(Peers peers) {
        var measure = new LoadMeasure(peers, ROUNDS, screen);
        for (var events : List.of(10, 100, 1_000)) {
            var loads = Math.max(50, (quick ? 3_000 : 10_000) / events);
            targets.atMost(
                    "load of %,d events, p50 ÷ PostgreSQL's".formatted(events),
                    events == 10 ? 0.5 : 0.9,
                    measure.run(events, loads));
        }
    }

    private void replays(Peers peers) throws InterruptedException, ExecutionException {
        var events = quick ? 100_000L : 500_000L;
        for (var peer : peers.all()) {
            if (!peer.name().startsWith("Axon Mongo")) {
                ReplayMeasure.fill(peer, events);
            }
        }
        var result = new ReplayMeasure(peers, ROUNDS, screen).run(events, quick ? 1_000 : 5_000);
        if (peers.has(Peers.POSTGRES)) {
            targets.atLeast("replay ÷ Axon JDBC at its best batch", 1.6, result.overBest(Peers.POSTGRES));
        }
        targets.atLeast("replay ÷ best Axon Mongo", 10, result.overBest("Axon Mongo"));
        targets.atLeast("replay ÷ raw cursor", 0.70, result.overCursor());
    }

    private void slope(Peers peers) throws InterruptedException, ExecutionException {
        var small = peers.own("small");
        ReplayMeasure.fill(small.engine(), SMALL_LOG, 1, 64);
        var large = peers.own("large");
        ReplayMeasure.fill(large.engine(), quick ? 3 * SMALL_LOG : 10 * SMALL_LOG, 1, 64);
        screen.accept("slope: a small and a large log of ours, in turn");
        var measure = new SlopeMeasure(small, large, ROUNDS, screen);
        targets.atLeast("replay of a large log ÷ of a small, per event", 0.9, measure.replays());
        targets.atLeast("append to a large log ÷ to a small", 0.9, measure.appends(time()));
    }

    /// The place for whatever follows the log while it is written to.
    private void beside(Peers peers) throws InterruptedException, ExecutionException {
        screen.accept("beside the appender");
        new BesideMeasure(peers.own(), ROUNDS, time(), screen).run("a reader", _ -> {});
    }

    private Duration time() {
        return Duration.ofMillis(quick ? 500 : 1_500);
    }
}
