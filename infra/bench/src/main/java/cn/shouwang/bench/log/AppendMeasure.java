package cn.shouwang.bench.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Appends of all peers, round by round in turn.
final class AppendMeasure {

    private static final String INSERTS = "floor: insertMany of the same batches";
    private static final String FORCED = "floor: file with a force per batch";

    private final Peers peers;
    private final Floors floors;
    private final int rounds;
    private final Duration time;
    private final Consumer<String> screen;

    AppendMeasure(Peers peers, Path folder, int rounds, Duration time, Consumer<String> screen) {
        this.peers = peers;
        this.floors = new Floors(peers.database("floor"), folder);
        this.rounds = rounds;
        this.time = time;
        this.screen = screen;
    }

    /// Lets the compiler see every peer and the floor at work, each for so long.
    void warm(Duration each) throws InterruptedException, ExecutionException {
        for (var peer : peers.all()) {
            new Workload(64, 1, 10).run(peer.engine(), each);
        }
        floors.inserts(64, 1, each.dividedBy(2));
    }

    /// Prints the table of one workload; the targets are asked of it afterwards.
    Result run(Workload workload) throws InterruptedException, ExecutionException, IOException {
        var rates = new Figures();
        var waits = new Figures();
        for (var round = 0; round < rounds; round++) {
            for (var turn = 0; turn < peers.all().size(); turn++) {
                var peer = peers.all().get((turn + round) % peers.all().size());
                var batches = batches();
                var rate = workload.run(peer.engine(), time);
                rates.add(peer.name(), rate.eventsPerSecond());
                waits.add(peer.name(), rate.p50Micros());
                if (peer.name().equals(Peers.OURS)) {
                    var batch = Math.max(1, (int) Math.round(batches().since(batches)));
                    rates.add(INSERTS, floors.inserts(batch, workload.commit(), time.dividedBy(2)));
                    rates.add(FORCED, floors.forced(batch, workload.commit(), time.dividedBy(2)));
                }
            }
        }
        var result = new Result(workload, rates, waits);
        result.print(screen);
        return result;
    }

    private Batches batches() {
        var summary = peers.own().meters().get("log.batch").summary();
        return new Batches(summary.count(), summary.totalAmount());
    }

    private record Batches(long count, double commits) {

        double since(Batches before) {
            return (commits - before.commits) / Math.max(1, count - before.count);
        }
    }

    /// Rates in events a second and median waits in microseconds, per peer and round.
    record Result(Workload workload, Figures rates, Figures waits) {

        Spread rate(String name) {
            return rates.of(name);
        }

        Spread wait(String name) {
            return waits.of(name);
        }

        /// Ours to the better of Axon's two Mongo engines, round by round.
        Spread overAxonMongo() {
            var perEvent = rate(Peers.MONGO_EVENT);
            var perCommit = rate(Peers.MONGO_COMMIT);
            return rate(Peers.OURS).over(perEvent.median() > perCommit.median() ? perEvent : perCommit);
        }

        Spread over(String name) {
            return rate(Peers.OURS).over(rate(name));
        }

        Spread overInserts() {
            return over(INSERTS);
        }

        Spread overForced() {
            return over(FORCED);
        }

        private void print(Consumer<String> screen) {
            screen.accept(String.format(
                    Locale.ROOT,
                    "append, %d writers, commits of %d, streams of %,d commits: events a second, p50 of a commit in µs",
                    workload.writers(),
                    workload.commit(),
                    workload.streamCommits()));
            rates.names()
                    .forEach(name -> screen.accept(String.format(
                            Locale.ROOT,
                            "  %-40s %-30s %-22s ours ÷ this %s",
                            name,
                            rate(name).whole(),
                            waits.has(name) ? wait(name).whole() : "",
                            over(name).ratio())));
        }
    }
}
