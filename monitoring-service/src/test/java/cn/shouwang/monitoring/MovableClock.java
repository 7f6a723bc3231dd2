package cn.shouwang.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The clock of a service under test: runs like any other until it is moved.
public final class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void forward(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }

    /// Shows that time now, on the wall in the village, and runs on from there.
    public void show(LocalDateTime time) {
        ahead.set(Duration.between(
                Instant.now(Clock.systemUTC()), time.atZone(getZone()).toInstant()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead.get());
    }

    @Override
    public Instant instant() {
        return Instant.now(Clock.systemUTC()).plus(ahead.get());
    }
}
