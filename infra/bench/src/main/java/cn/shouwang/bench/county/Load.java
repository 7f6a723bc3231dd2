package cn.shouwang.bench.county;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Loads families through the public API, stage by stage, and says how far it is.
public final class Load {

    private static final int AT_A_TIME = 8;

    private final List<Family> families;
    private final Desk desk;
    private final Consumer<String> screen;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    public Load(List<Family> families, Desk desk, Consumer<String> screen) {
        this.families = families;
        this.desk = desk;
        this.screen = screen;
    }

    /// Returns what went wrong, in words; empty when all went as it should.
    public List<String> run() {
        stage("建档 register", Family::register);
        stage("申报与线索 reports and clues", Family::beHeardOf);
        stage("识别程序 cases", Family::goThrough);
        return List.copyOf(failures);
    }

    /// Families by what became of them.
    public Map<String, Integer> tally() {
        var tally = new EnumMap<Fate, Integer>(Fate.class);
        families.forEach(family -> tally.merge(family.fate(), 1, Integer::sum));
        var words = new LinkedHashMap<String, Integer>();
        tally.forEach((fate, count) -> words.put(fate.words(), count));
        return words;
    }

    private void stage(String name, BiConsumer<Family, Desk> act) {
        if (!failures.isEmpty()) {
            return; // what follows would only fail too
        }
        var began = System.nanoTime();
        var done = new AtomicInteger();
        var places = new Semaphore(AT_A_TIME);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            families.forEach(family -> threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    act.accept(family, desk);
                } catch (RuntimeException e) {
                    failures.add(String.valueOf(e.getMessage()));
                } finally {
                    places.release();
                    progress(name, done.incrementAndGet(), began);
                }
            }));
        }
    }

    /// A line at every quarter.
    private void progress(String name, int done, long began) {
        var quarter = done * 4 / families.size();
        if (quarter > (done - 1) * 4 / families.size()) {
            screen.accept(String.format(
                    Locale.ROOT,
                    "  %-32s %3d%%  %d/%d  %.1f s",
                    name,
                    quarter * 25,
                    done,
                    families.size(),
                    (System.nanoTime() - began) / 1e9));
        }
    }
}
