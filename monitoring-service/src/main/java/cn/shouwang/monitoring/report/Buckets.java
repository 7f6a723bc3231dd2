package cn.shouwang.monitoring.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A token bucket per key, in this process's memory, filled evenly over its time.
final class Buckets {

    private static final int MOST = 50_000;

    private final int tokens;
    private final Duration time;
    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets;

    Buckets(int tokens, Duration time, Clock clock) {
        this.tokens = tokens;
        this.time = time;
        this.meter = new ClockMeter(clock);
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(time).build();
    }

    /// Takes one; how long to wait for the next when there is none.
    Optional<Duration> take(String key) {
        var taken = buckets.get(key, _ -> full()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, time))
                .withCustomTimePrecision(meter)
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
