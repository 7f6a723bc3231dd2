package cn.shouwang.platform.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/// Makes readers of this service's log.
public final class Readers {

    private final LogEngine engine;
    private final Log log;
    private final Positions positions;
    private final Clock clock;
    private final MeterRegistry meters;

    public Readers(LogEngine engine, Log log, Positions positions, Clock clock, MeterRegistry meters) {
        this.engine = engine;
        this.log = log;
        this.positions = positions;
        this.clock = clock;
        this.meters = meters;
    }

    /// A reader that is not started yet. Its name is the key of its position: chosen once.
    public Reader reader(String name, Reader.Work work) {
        return new Reader(name, engine, log, positions, work, clock, meters);
    }

    /// A reader, not started yet, of events as they lie in the log: each is handed over as [AsStored],
    /// without metadata, nothing opened and nothing upcast.
    public Reader stored(String name, Reader.Work work) {
        return new Reader(name, engine::stored, log, positions, work, clock, meters);
    }

    /// A follower that is not started yet, for what this process keeps in memory.
    public Follower follower(String name, Reader.Work work) {
        return new Follower(name, engine, log, work);
    }

    /// The position the next commit gets.
    public long head() {
        return log.head();
    }

    /// The last position a reader has done in any process, -1 before the first.
    public long position(String name) {
        return positions.of(name);
    }
}
