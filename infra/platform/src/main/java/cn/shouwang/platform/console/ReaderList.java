package cn.shouwang.platform.console;

import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Standing;
import cn.shouwang.platform.store.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readers of the service, as any of its processes can tell.
final class ReaderList {

    private static final Duration LATELY = Duration.ofSeconds(15);

    enum State {
        RUNNING,
        /// Has done all there is.
        IDLE,
        /// Rests on somebody's word.
        STOPPED,
        /// Its last attempt went wrong; it tries again.
        FAILING,
        /// No process has it: the one that had it ended, and another takes over within seconds.
        UNCLAIMED
    }

    /// One reader. `position` is the last position done, -1 before the first, `head` the last of the log;
    /// `lag` counts what lies between, `lagSeconds` is the age of the oldest of that. `since` is when the
    /// state began as far as it is known, `owner` the process that has it, `lastError` what last went
    /// wrong, also when it goes well again.
    record Entry(
            String reader,
            State state,
            long position,
            long head,
            long lag,
            double lagSeconds,
            double eventsPerSecond,
            @Nullable String owner,
            @Nullable Instant since,
            @Nullable Trouble lastError,
            Halts.@Nullable Halt halt) {}

    private final Readers readers;
    private final Conductor conductor;
    private final Clock clock;

    ReaderList(Readers readers, Conductor conductor, Clock clock) {
        this.readers = readers;
        this.conductor = conductor;
        this.clock = clock;
    }

    List<Entry> all() {
        var head = readers.head() - 1;
        var standings = readers.standings();
        return readers.names().stream()
                .map(name -> entry(standings.getOrDefault(name, Standing.unknown(name)), head))
                .toList();
    }

    private Entry entry(Standing standing, long head) {
        var now = clock.instant();
        var halt = conductor.halts().of(standing.reader()).orElse(null);
        var lag = Math.max(0, head - standing.position());
        return new Entry(
                standing.reader(),
                state(standing, halt != null, lag, now),
                standing.position(),
                head,
                lag,
                lag == 0 ? 0 : age(standing.position() + 1, now),
                rate(standing, now),
                standing.isOwned(now) ? standing.owner() : null,
                halt == null ? standing.since() : halt.act().at(),
                standing.trouble(),
                halt);
    }

    private static State state(Standing standing, boolean halted, long lag, Instant now) {
        if (halted) {
            return State.STOPPED;
        }
        if (!standing.isOwned(now)) {
            return State.UNCLAIMED;
        }
        if (standing.failing()) {
            return State.FAILING;
        }
        return lag > 0 ? State.RUNNING : State.IDLE;
    }

    private double age(long position, Instant now) {
        return readers.recordedAt(position)
                .map(at -> Math.max(0, Duration.between(at, now).toMillis() / 1000.0))
                .orElse(0.0);
    }

    /// What was done lately; nothing when that was told long ago.
    static double rate(Standing standing, Instant now) {
        var told = standing.ratedAt();
        return told == null || told.isBefore(now.minus(LATELY)) ? 0 : Math.round(standing.rate() * 10) / 10.0;
    }
}
