package cn.shouwang.platform.history;

import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Where the log stood at an instant.
///
/// Recording times never run backwards along positions, so an instant before that of the newest event is
/// settled: whatever comes is recorded later. So is one [#SETTLING] ago, because by then what was recorded at it,
/// by whatever process, is in the log. For a settled instant the position is the same for ever.
public final class Moments {

    /// How long the store may be about an insert (15 s), and more than the clocks of two processes differ.
    public static final Duration SETTLING = Duration.ofSeconds(20);

    private static final int REMEMBERED = 10_000;

    private final Log log;
    private final Clock clock;
    private final Cache<Instant, Long> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public Moments(Log log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// The moment `at`, or without one the newest that is settled; [NotOfThePast] `as-of.too-recent` for
    /// one that is not.
    public AsOf asOf(@Nullable Instant at, @Nullable LocalDate day) {
        var settled = settled();
        if (at != null && at.isAfter(settled)) {
            throw new NotOfThePast("as-of.too-recent");
        }
        var moment = at == null ? settled : at;
        return new AsOf(moment, known.get(moment, this::lastAt), day);
    }

    /// All that is recorded now; asked again, there may be more.
    public AsOf now() {
        return new AsOf(clock.instant().truncatedTo(ChronoUnit.MILLIS), log.head() - 1, null);
    }

    private Instant settled() {
        var ago = clock.instant().minus(SETTLING).truncatedTo(ChronoUnit.MILLIS);
        return log.newest()
                .map(newest -> newest.recordedAt().minusMillis(1))
                .filter(ago::isBefore)
                .orElse(ago);
    }

    /// The position of the last event recorded at or before `instant`, -1 when there is none.
    public long lastAt(Instant instant) {
        var last = -1L;
        var next = log.head();
        while (next - last > 1) {
            var middle = last + (next - last) / 2;
            var commit = log.holding(middle).orElse(null);
            if (commit == null) {
                last = middle; // a log that does not begin at 0
            } else if (isAfter(commit, instant)) {
                next = commit.position();
            } else {
                last = Math.max(middle, commit.last());
            }
        }
        return last;
    }

    private static boolean isAfter(Commit commit, Instant instant) {
        return commit.recordedAt().isAfter(instant);
    }
}
