package cn.shouwang.bench.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoTrackingToken;

/// What it costs to note that one more event was handled: Axon's Mongo token carries the ids of all
/// events of the last second, ours is a number.
final class TokenMeasure {

    private static final Duration LOOK_BACK = Duration.ofSeconds(1); // Axon's own
    private static final int STEPS = 2_000;
    private static final int PLAIN_STEPS = 2_000_000;

    private final int rounds;
    private final Consumer<String> screen;

    TokenMeasure(int rounds, Consumer<String> screen) {
        this.rounds = rounds;
        this.screen = screen;
    }

    void run() {
        screen.accept("one step of a tracking token, µs");
        for (var perSecond : List.of(1_000, 10_000)) {
            var took = new Figures();
            step(perSecond); // warm
            for (var round = 0; round < rounds; round++) {
                took.add("Axon Mongo", step(perSecond));
                took.add("position", plain());
            }
            screen.accept(String.format(
                    Locale.ROOT,
                    "  %,6d events a second: Axon Mongo %s, a position %s",
                    perSecond,
                    took.of("Axon Mongo").ratio(),
                    took.of("position").ratio()));
        }
    }

    private static double step(int perSecond) {
        var between = LOOK_BACK.dividedBy(perSecond);
        var now = Instant.now();
        var seen = new HashMap<String, Long>();
        for (var event = 0; event < perSecond; event++) {
            seen.put(
                    UUID.randomUUID().toString(),
                    now.minus(between.multipliedBy(event)).toEpochMilli());
        }
        var token = MongoTrackingToken.of(now, seen);
        var ids = java.util.stream.Stream.generate(() -> UUID.randomUUID().toString())
                .limit(STEPS)
                .toList();
        var began = System.nanoTime();
        for (var id : ids) {
            now = now.plus(between);
            token = token.advanceTo(now, id, LOOK_BACK);
        }
        var took = System.nanoTime() - began;
        if (!token.getKnownEventIds().contains(ids.getLast())) {
            throw new IllegalStateException("the token did not advance");
        }
        return took / 1e3 / STEPS;
    }

    private static double plain() {
        var token = new GlobalSequenceTrackingToken(0);
        var began = System.nanoTime();
        for (var event = 0; event < PLAIN_STEPS; event++) {
            token = new GlobalSequenceTrackingToken(token.getGlobalIndex() + 1);
        }
        var took = System.nanoTime() - began;
        if (token.getGlobalIndex() != PLAIN_STEPS) {
            throw new IllegalStateException("the token did not advance");
        }
        return took / 1e3 / PLAIN_STEPS;
    }
}
