package cn.shouwang.bench.log;

import static com.mongodb.client.model.Sorts.ascending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/// Tracked replay from the first event, every event deserialized.
final class ReplayMeasure {

    private static final String CURSOR = "floor: raw cursor, nothing parsed";
    private static final String JSON = "floor: JSON of the payload alone, one core";
    private static final @Nullable TrackingToken START = null;
    private static final int WRITERS = 64;
    private static final int LARGE_COMMIT = 100;
    private static final int PAYLOADS = 200_000;

    private final Peers peers;
    private final int rounds;
    private final Consumer<String> screen;

    ReplayMeasure(Peers peers, int rounds, Consumer<String> screen) {
        this.peers = peers;
        this.rounds = rounds;
        this.screen = screen;
    }

    /// Stores `events` more for `peer`. Ours and Axon's Mongo engines get commits of one event, as
    /// most are; a row of PostgreSQL is an event whatever the commit.
    static void fill(Peer peer, long events) throws InterruptedException, ExecutionException {
        fill(peer.engine(), events, peer.name().equals(Peers.POSTGRES) ? LARGE_COMMIT : 1, WRITERS);
    }

    /// Stores `events` more in commits of so many.
    static void fill(EventStorageEngine engine, long events, int commit, int writers)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (var writer = 0; writer < writers; writer++) {
                done.add(threads.submit(() -> fill(engine, (events + writers - 1) / writers, commit)));
            }
            for (var one : done) {
                one.get();
            }
        }
    }

    private static void fill(EventStorageEngine engine, long events, int commit) {
        var stream = "";
        for (var stored = 0L; stored < events; stored += commit) {
            var sequence = stored % LARGE_COMMIT;
            if (sequence == 0) {
                stream = UUID.randomUUID().toString();
            }
            engine.appendEvents(Sample.events(stream, sequence, commit));
        }
    }

    /// Prints the table for the first `events` of those logs that have so many; Axon's Mongo engines
    /// are given the first `few`, because each of their rounds takes that long.
    Result run(long events, long few) {
        var rates = new Figures();
        for (var round = 0; round < rounds; round++) {
            for (var peer : peers.all()) {
                for (var replay : peer.replays()) {
                    var name = replay.batch() == 0 ? peer.name() : peer.name() + ", batches of " + replay.batch();
                    var asked = peer.name().startsWith("Axon Mongo") ? few : events;
                    rates.add(name, replay(replay.engine(), asked));
                }
            }
            rates.add(CURSOR, cursor(events));
            rates.add(JSON, json());
        }
        var result = new Result(rates);
        screen.accept(String.format(
                Locale.ROOT,
                "tracked replay of %,d events (Axon Mongo: the first %,d), deserialized: events a second",
                events,
                few));
        rates.names().stream()
                .sorted()
                .forEach(name -> screen.accept(String.format(
                        Locale.ROOT,
                        "  %-50s %-30s ours ÷ this %s",
                        name,
                        rates.of(name).whole(),
                        result.rate(Peers.OURS).over(rates.of(name)).ratio())));
        screen.accept("  No replay passes the slower of the two floors: one core reads, another parses.");
        return result;
    }

    /// Events a second of the first `events`.
    static double replay(EventStorageEngine engine, long events) {
        var began = System.nanoTime();
        try (var stream = engine.readEvents(START, false)) {
            var read = stream.limit(events)
                    .filter(event -> event.getPayload() instanceof MeasureEvent.Noted)
                    .count();
            return read / ((System.nanoTime() - began) / 1e9);
        }
    }

    /// Payloads a second that one core makes objects of, with nothing to read and no message around it.
    private double json() {
        var serializer = peers.own().serializer();
        var payload = Sample.events("json", 0, 1).getFirst().getPayload();
        var stored = serializer.serialize(payload, String.class);
        var began = System.nanoTime();
        for (var read = 0; read < PAYLOADS; read++) {
            if (!(serializer.deserialize(stored) instanceof MeasureEvent.Noted)) {
                throw new IllegalStateException("another event was read");
            }
        }
        return PAYLOADS / ((System.nanoTime() - began) / 1e9);
    }

    private double cursor(long events) {
        var began = System.nanoTime();
        var read = 0L;
        try (var cursor = peers.database("ours")
                .getCollection("log", RawBsonDocument.class)
                .find()
                .sort(ascending("_id"))
                .batchSize(512)
                .iterator()) {
            while (read < events && cursor.hasNext()) {
                cursor.next();
                read++;
            }
        }
        return read / ((System.nanoTime() - began) / 1e9);
    }

    /// Rates by peer and batch size.
    record Result(Figures rates) {

        Spread rate(String name) {
            return rates.of(name);
        }

        /// Ours to the best of those whose name begins so.
        Spread overBest(String beginning) {
            var best = rates.names().stream()
                    .filter(name -> name.startsWith(beginning))
                    .map(rates::of)
                    .max(Comparator.comparingDouble(Spread::median))
                    .orElseThrow();
            return rate(Peers.OURS).over(best);
        }

        Spread overCursor() {
            return rate(Peers.OURS).over(rate(CURSOR));
        }
    }
}
