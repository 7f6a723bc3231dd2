package cn.shouwang.bench.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// What it takes to read one aggregate's events, deserialized, among all others.
final class LoadMeasure {

    private static final int STREAMS = 10;
    private static final int COMMIT = 5;
    private static final int WARM_EVENTS = 30_000;

    private final List<Peer> peers;
    private final int rounds;
    private final Consumer<String> screen;

    LoadMeasure(Peers peers, int rounds, Consumer<String> screen) {
        this.peers = peers.all().stream()
                .filter(peer -> peer.name().equals(Peers.OURS) || peer.name().equals(Peers.POSTGRES))
                .toList();
        this.rounds = rounds;
        this.screen = screen;
    }

    /// Ours ÷ Axon JDBC by p50, for streams of so many events; ÷ itself without PostgreSQL.
    Spread run(int events, int loads) {
        for (var peer : peers) {
            for (var stream = 0; stream < STREAMS; stream++) {
                for (var sequence = 0; sequence < events; sequence += COMMIT) {
                    peer.engine().appendEvents(Sample.events(name(events, stream), sequence, Math.min(COMMIT, events)));
                }
            }
        }
        peers.forEach(peer -> p50(peer.engine(), events, Math.max(loads, WARM_EVENTS / events)));
        var waits = new Figures();
        for (var round = 0; round < rounds; round++) {
            for (var peer : peers) {
                waits.add(peer.name(), p50(peer.engine(), events, loads));
            }
        }
        var ours = waits.of(Peers.OURS);
        var theirs = waits.of(waits.has(Peers.POSTGRES) ? Peers.POSTGRES : Peers.OURS);
        screen.accept(String.format(
                Locale.ROOT,
                "  load of %,d events: p50 ours %s µs, PostgreSQL %s µs, ours ÷ PostgreSQL %s",
                events,
                ours.whole(),
                theirs.whole(),
                ours.over(theirs).ratio()));
        return ours.over(theirs);
    }

    private static String name(int events, int stream) {
        return "load-" + events + "-" + stream;
    }

    private static double p50(EventStorageEngine engine, int events, int loads) {
        var took = new ArrayList<Double>();
        for (var load = 0; load < loads; load++) {
            var began = System.nanoTime();
            var read = engine.readEvents(name(events, load % STREAMS));
            var seen = 0;
            while (read.hasNext()) {
                seen += read.next().getPayload() instanceof MeasureEvent.Noted ? 1 : 0;
            }
            took.add((System.nanoTime() - began) / 1e3);
            if (seen != events) {
                throw new IllegalStateException("%d of %d events read".formatted(seen, events));
            }
        }
        return new Spread(took).median();
    }
}
