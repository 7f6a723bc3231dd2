package cn.shouwang.bench.log;

import cn.shouwang.bench.log.MeasureEvent.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/// What no figure of speed shows: whether a reader that follows sees every event, and in the order in
/// which it was stored. Each engine is given the same events and read through the same interface.
final class Semantics {

    private static final Duration LATE = Duration.ofSeconds(5);
    private static final int STREAM = 10;

    private final Consumer<String> screen;

    Semantics(Consumer<String> screen) {
        this.screen = screen;
    }

    /// Two rows per engine, each on an empty log.
    void show(List<Peer> peers) {
        screen.accept("semantics: what a reader that follows is given");
        for (var peer : peers) {
            var late = seesLate(peer.engine());
            var order = order(peer.engine());
            screen.accept(String.format(
                    Locale.ROOT,
                    "  %-40s stored %d s after its creation: %-16s a stream whose clock ran backwards: %s",
                    peer.name(),
                    LATE.toSeconds(),
                    late ? "seen" : "SKIPPED for ever",
                    order.equals(IntStream.range(0, STREAM).boxed().toList()) ? "in order" : "OUT OF ORDER " + order));
        }
    }

    /// An event is created, others are stored and read, then it is stored itself.
    private static boolean seesLate(EventStorageEngine engine) {
        var now = Instant.now();
        engine.appendEvents(event(UUID.randomUUID().toString(), 0, now));
        TrackingToken reached = read(engine, null).getLast().trackingToken();
        var late = event(UUID.randomUUID().toString(), 0, now.minus(LATE));
        engine.appendEvents(late);
        engine.appendEvents(event(UUID.randomUUID().toString(), 0, now.plusMillis(1)));
        return read(engine, reached).stream()
                .anyMatch(event -> event.getIdentifier().equals(late.getIdentifier()));
    }

    /// The sequence numbers of one stream as a replay brings them.
    private static List<Integer> order(EventStorageEngine engine) {
        var stream = UUID.randomUUID().toString();
        var now = Instant.now();
        for (var sequence = 0; sequence < STREAM; sequence++) {
            engine.appendEvents(event(stream, sequence, now.minusSeconds(sequence)));
        }
        var order = new ArrayList<Integer>();
        for (var event : read(engine, null)) {
            if (event instanceof DomainEventMessage<?> domain
                    && domain.getAggregateIdentifier().equals(stream)) {
                order.add((int) domain.getSequenceNumber());
            }
        }
        return order;
    }

    private static List<? extends TrackedEventMessage<?>> read(
            EventStorageEngine engine, @Nullable TrackingToken after) {
        try (var events = engine.readEvents(after, false)) {
            return events.toList();
        }
    }

    private static DomainEventMessage<Noted> event(String stream, long sequence, Instant created) {
        var sample = Sample.events(stream, sequence, 1).getFirst();
        return new GenericDomainEventMessage<>(
                sample.getType(),
                stream,
                sequence,
                (Noted) sample.getPayload(),
                sample.getMetaData(),
                sample.getIdentifier(),
                created);
    }
}
