package cn.shouwang.bench.start;

import cn.shouwang.bench.door.Offices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Seconds from typing `up` on a built checkout to the first determined household, and resident memory of
/// all processes then.
///
/// A first `up` sees to the build and the start caches and is not measured. The measured one begins a new
/// installation: empty data, new keys. Aim: 25 s and 2.5 GB on two cores.
public final class StartMeasure {

    private static final double LIMIT_SECONDS = 25;
    private static final double LIMIT_BYTES = 2.5e9;
    private static final long MEGA = 1_000_000;

    private final Path home;
    private final Consumer<String> screen;

    public StartMeasure(Path home, Consumer<String> screen) {
        this.home = home;
        this.screen = screen;
    }

    /// True when both aims are met. The last two lines on the screen say so.
    public boolean run() throws IOException {
        screen.accept("预热 warming up");
        inScratch(this::warmUp);
        screen.accept("计时 measuring");
        return inScratch(this::measure);
    }

    private boolean warmUp(Path data) {
        RunningSuite.up(home, data, screen).close();
        return true;
    }

    private boolean measure(Path data) {
        var began = System.nanoTime();
        try (var suite = RunningSuite.up(home, data, screen)) {
            var up = seconds(began);
            new FirstHousehold(Offices.of(suite.url(), suite.passwords())).determine();
            return report(up, seconds(began), suite.residentMemory());
        }
    }

    private boolean report(double up, double determined, Map<String, Long> memory) {
        var sum = memory.values().stream().mapToLong(Long::longValue).sum();
        memory.forEach((process, bytes) -> screen.accept("  %-12s %6d MB".formatted(process, bytes / MEGA)));
        screen.accept("  %-12s %6d MB".formatted("合计 all", sum / MEGA));
        screen.accept(String.format(
                Locale.ROOT, "  全部就绪 all up %.1f s, 首户审定 first household determined %.1f s", up, determined));
        screen.accept(String.format(Locale.ROOT, "memory %.2f GB (limit %.2f)", sum / 1e9, LIMIT_BYTES / 1e9));
        screen.accept(String.format(Locale.ROOT, "start ratio %.2f (limit 1.00)", determined / LIMIT_SECONDS));
        return determined <= LIMIT_SECONDS && sum <= LIMIT_BYTES;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static boolean inScratch(Predicate<Path> act) throws IOException {
        var directory = Files.createTempDirectory("shouwang-start");
        try {
            return act.test(directory.resolve("data"));
        } finally {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
