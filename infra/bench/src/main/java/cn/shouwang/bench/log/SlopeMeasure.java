package cn.shouwang.bench.log;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Whether what is stored already makes an event dearer: a small log of ours and a large one on the
/// same server, in turn.
final class SlopeMeasure {

    private static final String SMALL = "small";
    private static final String LARGE = "large";

    private final OwnLog small;
    private final OwnLog large;
    private final int rounds;
    private final Consumer<String> screen;

    SlopeMeasure(OwnLog small, OwnLog large, int rounds, Consumer<String> screen) {
        this.small = small;
        this.large = large;
        this.rounds = rounds;
        this.screen = screen;
    }

    /// Tracked replay of each log from its first event to its last, events a second: large ÷ small.
    Spread replays() {
        var rates = new Figures();
        for (var round = 0; round < rounds; round++) {
            rates.add(SMALL, ReplayMeasure.replay(small.engine(), small.head()));
            rates.add(LARGE, ReplayMeasure.replay(large.engine(), large.head()));
        }
        return shown("tracked replay", rates);
    }

    /// 64 writers, commits of one event: large ÷ small.
    Spread appends(Duration time) throws InterruptedException, ExecutionException {
        var rates = new Figures();
        var workload = new Workload(64, 1, 10);
        for (var round = 0; round < rounds; round++) {
            rates.add(SMALL, workload.run(small.engine(), time).eventsPerSecond());
            rates.add(LARGE, workload.run(large.engine(), time).eventsPerSecond());
        }
        return shown("append, 64 writers", rates);
    }

    private Spread shown(String what, Figures rates) {
        var ratio = rates.of(LARGE).over(rates.of(SMALL));
        screen.accept(String.format(
                Locale.ROOT,
                "  %s: with %,d stored %s, with %,d stored %s events a second, large ÷ small %s",
                what,
                small.head(),
                rates.of(SMALL).whole(),
                large.head(),
                rates.of(LARGE).whole(),
                ratio.ratio()));
        return ratio;
    }
}
