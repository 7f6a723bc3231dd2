package cn.shouwang.bench.enrolment;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Waits for readers to reach a place in the log, for so long at most, and says how far they came.
///
/// `positions` tells where each reader is, by name; `nanos` is the time.
record CatchUp(long head, Supplier<Map<String, Long>> positions, LongSupplier nanos) {

    /// `readers caught up after X s`, or `readers stand at P of H after X s, N of M are there, slowest: NAME`.
    String within(Duration most, Duration pause) throws InterruptedException {
        var began = nanos.getAsLong();
        while (true) {
            var now = positions.get();
            var slowest = slowest(now);
            var passed = nanos.getAsLong() - began;
            if (slowest.getValue() >= head) {
                return String.format(Locale.ROOT, "readers caught up after %.0f s", passed / 1e9);
            }
            if (passed >= most.toNanos()) {
                return String.format(
                        Locale.ROOT,
                        "readers stand at %d of %d after %.0f s, %d of %d are there, slowest: %s",
                        slowest.getValue(),
                        head,
                        passed / 1e9,
                        now.values().stream()
                                .filter(position -> position >= head)
                                .count(),
                        now.size(),
                        slowest.getKey());
            }
            Thread.sleep(pause);
        }
    }

    private static Map.Entry<String, Long> slowest(Map<String, Long> positions) {
        return positions.entrySet().stream().min(Map.Entry.comparingByValue()).orElse(Map.entry("none has begun", -1L));
    }
}
