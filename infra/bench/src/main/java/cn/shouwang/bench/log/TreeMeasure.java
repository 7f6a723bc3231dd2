package cn.shouwang.bench.log;

import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.local.mongo.LocalMongo;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.evidence.Leaves;
import cn.shouwang.platform.evidence.Sealer;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Positions;
import cn.shouwang.platform.store.Readers;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// What sealing can do and what it costs: leaves a second on one core, and appends with the sealer running
/// against appends without, round by round in turn.
public final class TreeMeasure {

    private static final double LIMIT = 0.97;
    private static final double LEAVES = 200_000;
    private static final int SAMPLE = 100_000;
    private static final int ROUNDS = 5;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Workload WRITERS = new Workload(64, 1, 50);

    private final Path folder;
    private final Consumer<String> screen;

    public TreeMeasure(Path folder, Consumer<String> screen) {
        this.folder = folder;
        this.screen = screen;
    }

    /// Prints a table and the ratio; true when all is within the limits.
    public boolean run() throws InterruptedException, ExecutionException, IOException {
        try (var mongo = LocalMongo.open(folder.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("measure");
            var log = new Log(database);
            try (var appender = new Appender(log, Clock.systemUTC(), new SimpleMeterRegistry())) {
                var engine = engine(database, log, appender);
                var appends = appends(database, log, engine);
                catchUp(client, log);
                var enough = leaves(log);
                var ratio = appends.median();
                screen.accept(String.format(Locale.ROOT, "tree ratio %.3f (limit %.2f)", ratio, LIMIT));
                return enough && ratio >= LIMIT;
            }
        }
    }

    private LogEngine engine(MongoDatabase database, Log log, Appender appender) {
        var wrapping = new WrappingKeys(folder.resolve("keys.json"), () -> StoredPersonKeys.isFresh(database));
        var seals = new Seals(new StoredPersonKeys(database, wrapping, Suite.AES, Clock.systemUTC()), Suite.AES);
        return new LogEngine(
                log, appender, new EventSerializer(Catalogue.of(MeasureEvent.class), seals), new EventUpcasterChain());
    }

    private Sealer sealer(MongoDatabase database, Log log, String origin) {
        var settings = new Sealer.Settings(origin, folder.resolve("key"), Duration.ofSeconds(5), 1);
        return new Sealer(settings, log, database, Clock.systemUTC());
    }

    /// A checkpoint every 5 seconds, twelve times as often as in a county.
    private Spread appends(MongoDatabase database, Log log, LogEngine engine)
            throws InterruptedException, ExecutionException {
        var clock = Clock.systemUTC();
        var readers =
                new Readers(engine, log, new Positions(database, "measure", clock), clock, new SimpleMeterRegistry());
        var sealer = sealer(database, log, "shouwang/440233/measure");
        var figures = new Figures();
        for (var round = -1; round < ROUNDS; round++) {
            for (var turn = 0; turn < 2; turn++) {
                var sealing = (turn + round) % 2 == 0;
                var rate = sealing ? sealed(readers, sealer, engine) : WRITERS.run(engine, TIME);
                if (round >= 0) {
                    figures.add(sealing ? "on" : "off", rate.eventsPerSecond());
                    figures.add(sealing ? "p99 on" : "p99 off", rate.p99Micros());
                }
            }
        }
        var ratio = figures.of("on").over(figures.of("off"));
        screen.accept("append, 64 writers, commits of 1, events a second and p99 of a commit in µs");
        screen.accept("  with the sealer running    " + figures.of("on").whole() + "   "
                + figures.of("p99 on").whole());
        screen.accept("  without                    " + figures.of("off").whole() + "   "
                + figures.of("p99 off").whole());
        screen.accept("  with ÷ without             " + ratio.ratio());
        return ratio;
    }

    /// The sealer has done all that was stored before when the time begins.
    private static Workload.Rate sealed(Readers readers, Sealer sealer, LogEngine engine)
            throws InterruptedException, ExecutionException {
        try (var reader = readers.rawReader("sealer", sealer)) {
            reader.start();
            must(reader.await(readers.head() - 1, PATIENCE));
            var rate = WRITERS.run(engine, TIME);
            must(reader.await(readers.head() - 1, PATIENCE));
            return rate;
        }
    }

    private static void must(boolean kept) {
        if (!kept) {
            throw new IllegalStateException("the sealer does not keep up");
        }
    }

    /// From the first event on: read, hashed, kept and signed.
    private void catchUp(MongoClient client, Log log) {
        for (var origin : List.of("shouwang/440233/anew", "shouwang/440233/anew/sm3")) {
            var sealer = sealer(client.getDatabase(origin.replace('/', '_')), log, origin);
            var began = System.nanoTime();
            sealer.turn();
            var seconds = (System.nanoTime() - began) / 1e9;
            screen.accept(String.format(
                    Locale.ROOT,
                    "  a log of %,d events sealed from the first on, read from the server: %,.0f a second (%s)",
                    log.head(),
                    log.head() / seconds,
                    origin.endsWith("sm3") ? Hashing.SM3 : Hashing.SHA256));
        }
    }

    private boolean leaves(Log log) {
        var events = sample(log);
        var enough = true;
        screen.accept("leaves a second on one core: line, hash, tree and tiles of %,d events".formatted(events.size()));
        for (var hashing : Hashing.values()) {
            var rates = new Figures();
            for (var round = -2; round < ROUNDS; round++) {
                var began = System.nanoTime();
                tree(events, hashing);
                if (round >= 0) {
                    rates.add("leaves", events.size() * 1e9 / (System.nanoTime() - began));
                }
            }
            screen.accept("  %-8s %s".formatted(hashing, rates.of("leaves").whole()));
            enough &= hashing != Hashing.SHA256 || rates.of("leaves").median() >= LEAVES;
        }
        return enough;
    }

    private static void tree(List<LoggedEvent> events, Hashing hashing) {
        var kept = new ArrayList<byte[]>();
        var frontier = new Frontier(hashing, (_, _, hashes) -> kept.add(hashes));
        var line = new LeafLine();
        var hasher = hashing.hasher();
        for (var event : events) {
            frontier.add(line.hash(event, hasher));
        }
        frontier.parts((_, _, hashes) -> kept.add(hashes));
        if (frontier.root().equals(hasher.empty()) || kept.isEmpty()) {
            throw new IllegalStateException("the tree is empty");
        }
    }

    /// The first events of the log as they are stored: payloads of 300 bytes and the metadata of a command.
    private static List<LoggedEvent> sample(Log log) {
        var events = new ArrayList<LoggedEvent>(SAMPLE);
        try (var commits = log.from(0)) {
            while (commits.hasNext() && events.size() < SAMPLE) {
                events.add(Leaves.event(commits.next(), 0));
            }
        }
        return events;
    }
}
