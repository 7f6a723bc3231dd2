package cn.shouwang.bench.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// `bench log`: the tables of all peers, then every target beside what came out.
public final class LogMeasure {

    private static final int LONG_STREAM = 1_000_000;
    private static final double LIMIT = 4.0;

    private final Path folder;
    private final boolean quick;
    private final Consumer<String> screen;
    private final List<String> targets = new ArrayList<>();

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
            screen.accept("targets: asked, median (lowest–highest round)");
            targets.forEach(screen);
            screen.accept(String.format(Locale.ROOT, "log ratio %.2f (limit %.2f)", ratio, LIMIT));
            return ratio >= LIMIT;
        }
    }

    private double appends(Peers peers) throws IOException, InterruptedException, ExecutionException {
        var rounds = quick ? 3 : 5;
        var time = Duration.ofMillis(quick ? 700 : 1_500);
        var measure = new AppendMeasure(peers, folder, rounds, time, screen);
        for (var peer : peers.all()) {
            new Workload(64, 1, 10).run(peer.engine(), Duration.ofSeconds(quick ? 3 : 8)); // warm
        }
        var ones = measure.run(new Workload(64, 1, 10));
        var threes = measure.run(new Workload(64, 3, 10));
        target("64 writers, 1 event, ÷ best Axon Mongo", ">= 4", ones.overAxonMongo());
        target("64 writers, 3 events, ÷ best Axon Mongo", ">= 4", threes.overAxonMongo());
        target("64 writers, 1 event, ÷ insertMany", ">= 0.85", ones.overInserts());
        target("64 writers, 3 events, ÷ insertMany", ">= 0.85", threes.overInserts());
        target("64 writers, 1 event, ÷ forced file", ">= 0.40", ones.overForced());
        target("64 writers, 3 events, ÷ forced file", ">= 0.40", threes.overForced());
        var eight = measure.run(new Workload(8, 1, 10));
        var one = measure.run(new Workload(1, 1, 10));
        if (peers.has(Peers.POSTGRES)) {
            target("64 writers, 1 event, ÷ PostgreSQL", ">= 4", ones.over(Peers.POSTGRES));
            target("64 writers, 3 events, ÷ PostgreSQL", ">= 3.5", threes.over(Peers.POSTGRES));
            target("8 writers, 1 event, ÷ PostgreSQL", ">= 1.3", eight.over(Peers.POSTGRES));
            target(
                    "1 writer, p50 ÷ PostgreSQL's",
                    "<= 1.1",
                    one.wait(Peers.OURS).over(one.wait(Peers.POSTGRES)));
        }
        if (!quick) {
            measure.run(new Workload(8, 3, 10));
            measure.run(new Workload(1, 3, 10));
            measure.run(new Workload(64, 1, LONG_STREAM));
        }
        return ones.overAxonMongo().median();
    }

    private void loads(Peers peers) {
        var measure = new LoadMeasure(peers, quick ? 3 : 5, screen);
        for (var events : List.of(10, 100, 1_000)) {
            var loads = quick ? 100 : Math.max(100, 10_000 / events);
            target(
                    "load of %,d events, p50 ÷ PostgreSQL's".formatted(events),
                    events == 10 ? "<= 0.5" : "<= 0.9",
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
        var measure = new ReplayMeasure(peers, quick ? 3 : 5, screen);
        var result = measure.run(events, quick ? 2_000 : 10_000);
        if (peers.has(Peers.POSTGRES)) {
            target("replay ÷ Axon JDBC at its best batch", ">= 1.6", result.overBest(Peers.POSTGRES));
        }
        target("replay ÷ best Axon Mongo", ">= 10", result.overBest("Axon Mongo"));
        target("replay ÷ raw cursor", ">= 0.70", result.overCursor());
    }

    private void target(String what, String asked, Spread got) {
        targets.add(String.format(Locale.ROOT, "  %-48s %-8s %s", what, asked, got.ratio()));
    }
}
