package cn.shouwang.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long to wait before a crashed process is started again: 1 s, twice as long each time, at most
/// 30 s; from the beginning once it has stayed up for a minute.
final class Backoff {

    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Duration first;
    private final Duration longest;
    private final InstantSource clock;
    private Duration next;
    private Instant upSince = Instant.MAX;

    Backoff(Duration first, Duration longest, InstantSource clock) {
        this.first = first;
        this.longest = longest;
        this.clock = clock;
        this.next = first;
    }

    static Backoff standard() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), InstantSource.system());
    }

    synchronized void up() {
        upSince = clock.instant();
    }

    synchronized Duration next() {
        if (upSince.isBefore(clock.instant().minus(STEADY))) {
            next = first;
        }
        upSince = Instant.MAX;
        var now = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }
}
