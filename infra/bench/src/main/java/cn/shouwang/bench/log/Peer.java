package cn.shouwang.bench.log;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// One way to keep a log, as Axon sees it. Replays may depend on how much is asked for at once:
/// `replays` has an engine per batch size.
record Peer(String name, EventStorageEngine engine, List<Replay> replays) {

    /// An engine on the same events that reads `batch` of them at once; 0 when it does not batch.
    record Replay(int batch, EventStorageEngine engine) {}

    static Peer of(String name, EventStorageEngine engine) {
        return new Peer(name, engine, List.of(new Replay(0, engine)));
    }
}
