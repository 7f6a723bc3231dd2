package cn.shouwang.platform.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Makes readers of this service's log, and knows which there are.
public final class Readers {

    private final LogEngine engine;
    private final Log log;
    private final Positions positions;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Halted halted = new Halted();
    private final Rush rush = new Rush();
    private final NavigableSet<String> names = new ConcurrentSkipListSet<>();

    public Readers(LogEngine engine, Log log, Positions positions, Clock clock, MeterRegistry meters) {
        this.engine = engine;
        this.log = log;
        this.positions = positions;
        this.clock = clock;
        this.meters = meters;
    }

    /// A reader that is not started yet. Its name is the key of its position: chosen once.
    public Reader reader(String name, Reader.Work work) {
        return reader(name, Reads.ALL, work);
    }

    /// One that is given only events of the types or histories it `reads`, and moves past all else.
    public Reader reader(String name, List<Class<?>> reads, Reader.Work work) {
        return reader(name, Reads.of(reads), work);
    }

    private Reader reader(String name, Reads reads, Reader.Work work) {
        return reader(name, new Feed.Events(position -> engine.after(position, reads), work));
    }

    /// A reader of commits as they are stored, not started yet.
    public Reader rawReader(String name, Reader.RawWork work) {
        return reader(name, new Feed.Commits(log, work));
    }

    private Reader reader(String name, Feed<?> feed) {
        names.add(name);
        return new Reader(name, feed, log, positions, clock, meters, halted, rush);
    }

    /// A reader, not started yet, of events as they lie in the log: each is handed over as [AsStored],
    /// without metadata, nothing opened and nothing upcast.
    public Reader stored(String name, Reader.Work work) {
        return reader(name, new Feed.Events(engine::stored, work));
    }

    /// A follower that is not started yet, for what this process keeps in memory.
    /// It is given only events of the types or histories it `reads`.
    public Follower follower(String name, List<Class<?>> reads, Reader.Work work) {
        return follower(name, reads, false, work);
    }

    /// The same, given only what is stored after its start: for what is told and not kept.
    public Follower newcomer(String name, List<Class<?>> reads, Reader.Work work) {
        return follower(name, reads, true, work);
    }

    private Follower follower(String name, List<Class<?>> reads, boolean fromNow, Reader.Work work) {
        var wanted = Reads.of(reads);
        return new Follower(name, position -> engine.after(position, wanted), log, fromNow, work, rush);
    }

    /// For who stores very much at once: the readers here give way to it.
    public Rush rush() {
        return rush;
    }

    /// The position the next commit gets.
    public long head() {
        return log.head();
    }

    /// The last position a reader has done in any process, -1 before the first.
    public long position(String name) {
        return positions.of(name);
    }

    /// The names of the readers this process has, in order.
    public NavigableSet<String> names() {
        return new TreeSet<>(names);
    }

    /// Takes a reader that was closed for good off the list.
    public void gone(String name) {
        names.remove(name);
    }

    /// How every reader stands that ever worked, in any process and any version, by name.
    public Map<String, Standing> standings() {
        var standings = new HashMap<String, Standing>();
        positions.standings().forEach(standing -> standings.put(standing.reader(), standing));
        names.forEach(name -> standings.putIfAbsent(name, Standing.unknown(name)));
        return standings;
    }

    /// When the event at `position` was recorded, if there is one.
    public Optional<Instant> recordedAt(long position) {
        return log.holding(position).filter(commit -> commit.last() >= position).map(Commit::recordedAt);
    }

    /// From now on no reader works until [#halt] says which ones may.
    public void haltUntilTold() {
        halted.untilTold();
    }

    /// These readers rest from now on, after the batch they are at, and all others work.
    public void halt(Set<String> those) {
        halted.tell(those);
    }

    /// Whether a reader is to rest, as far as this process was told.
    public boolean isHalted(String name) {
        return halted.holds(name);
    }

    /// Takes a reader nobody needs any more out of existence: its position is forgotten after `first`
    /// has removed what it wrote. False when another process still has it; ask again later.
    public boolean retire(String name, Runnable first) {
        if (positions.claim(name).isEmpty()) {
            return false;
        }
        first.run();
        positions.forget(name);
        return true;
    }
}
