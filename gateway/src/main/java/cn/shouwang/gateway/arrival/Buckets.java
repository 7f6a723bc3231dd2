package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings.Rate;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// A token bucket per key, in this process's memory; a bucket nobody asked for is forgotten once it would be full
/// again.
public final class Buckets {

    private static final int MOST = 100_000;

    private final Rate rate;
    private final Cache<String, Bucket> buckets;

    public Buckets(Rate rate) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofMinutes(1L + rate.burst() / rate.perMinute()))
                .build();
    }

    /// Takes one, or throws [Refused] with the time to wait.
    public void take(String key) {
        ConsumptionProbe taken = of(key).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new Refused(Problem.rateLimited(Duration.ofNanos(taken.getNanosToWaitForRefill())));
        }
    }

    /// Takes one, if there is one.
    public boolean tryTake(String key) {
        return of(key).tryConsume(1);
    }

    private Bucket of(String key) {
        return buckets.get(key, _ -> full());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
