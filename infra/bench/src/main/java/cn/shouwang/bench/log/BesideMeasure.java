package cn.shouwang.bench.log;

import cn.shouwang.platform.store.Reader;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// What a reader that follows the log costs those who write to it: rounds with and without, in turn.
final class BesideMeasure {

    private static final String ALONE = "alone";
    private static final String BESIDE = "beside";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OwnLog log;
    private final int rounds;
    private final Duration time;
    private final Consumer<String> screen;

    BesideMeasure(OwnLog log, int rounds, Duration time, Consumer<String> screen) {
        this.log = log;
        this.rounds = rounds;
        this.time = time;
        this.screen = screen;
    }

    /// Appends of 64 writers, with a reader that has caught up and does `work` ÷ without.
    Spread run(String what, Reader.Work work) throws InterruptedException, ExecutionException {
        var rates = new Figures();
        for (var round = 0; round < rounds; round++) {
            rates.add(ALONE, rate());
            try (var reader = log.readers("bench").reader(what, work)) {
                reader.start();
                if (!reader.await(log.head() - 1, PATIENCE)) {
                    throw new IllegalStateException(what + " does not keep up");
                }
                rates.add(BESIDE, rate());
            }
        }
        var ratio = rates.of(BESIDE).over(rates.of(ALONE));
        screen.accept(String.format(
                Locale.ROOT,
                "  append, 64 writers: alone %s, beside %s %s events a second, with ÷ without %s",
                rates.of(ALONE).whole(),
                what,
                rates.of(BESIDE).whole(),
                ratio.ratio()));
        return ratio;
    }

    private double rate() throws InterruptedException, ExecutionException {
        return new Workload(64, 1, 10).run(log.engine(), time).eventsPerSecond();
    }
}
