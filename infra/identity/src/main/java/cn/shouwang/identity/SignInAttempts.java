package cn.shouwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Makes guessing slow: after five failures of one user name from one address that pair waits a minute,
/// and after every further failure twice as long, up to a quarter of an hour.
///
/// An attempt counts as failed from its beginning until it has succeeded, so parallel guesses gain
/// nothing. The count is forgotten after an hour without attempts, or when the process ends.
@Component
final class SignInAttempts {

    static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_PAIRS = 100_000;

    private final Clock clock;
    private final Cache<Pair, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MOST_PAIRS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    record Pair(String username, String address) {}

    private record Failures(int count, Instant until, boolean refused) {

        Failures(int count, Instant until) {
            this(count, until, false);
        }
    }

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    /// Counts an attempt, or throws [TooManyAttempts] while the pair has to wait. True when waiting begins
    /// should this attempt fail.
    boolean begin(Pair pair) {
        Instant now = clock.instant();
        Failures after = failures.asMap()
                .compute(pair, (_, before) -> before == null ? new Failures(1, now) : next(before, now));
        if (after.refused()) {
            throw new TooManyAttempts(Duration.between(now, after.until()));
        }
        return after.count() == FREE;
    }

    void succeeded(Pair pair) {
        failures.invalidate(pair);
    }

    private static Failures next(Failures before, Instant now) {
        if (before.until().isAfter(now)) {
            return new Failures(before.count(), before.until(), true);
        }
        int count = before.count() + 1;
        return new Failures(count, now.plus(waitAfter(count)));
    }

    private static Duration waitAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
