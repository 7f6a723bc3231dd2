package cn.shouwang.platform.store;

/// How many events a second were done lately: over the last second of work, or over the last ten seconds
/// when there was none. Used by one thread.
final class Pace {

    private static final long SHORTEST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 10 * SHORTEST_NANOS;

    private long began = System.nanoTime();
    private long counted;
    private double perSecond;

    void done(int events) {
        counted += events;
    }

    double perSecond() {
        var now = System.nanoTime();
        var passed = now - began;
        if (passed >= SHORTEST_NANOS) {
            perSecond = counted * 1e9 / Math.min(passed, LONGEST_NANOS);
            counted = 0;
            began = now;
        }
        return perSecond;
    }
}
