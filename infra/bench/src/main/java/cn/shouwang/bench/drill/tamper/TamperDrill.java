package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.Verdict;
import cn.shouwang.evidence.verify.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tampers with copies of a log and counts what an audit does not see or does not locate, and what it sees in
/// copies nobody touched.
public final class TamperDrill {

    private static final List<Deed> DEEDS = List.of(Deed.values());
    private static final List<Means> MEANS = List.of(Means.values());
    private static final int DISK = 12; // of a hundred trials
    private static final int UNTOUCHED = 40;
    private static final int MOST_SHOWN = 20;
    private static final int EVENTS_A_CHECKPOINT = 800; // on average

    private final Path directory;
    private final int trials;
    private final int size;
    private final long seed;
    private final Consumer<String> screen;
    private final Random random;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int missed;
    private int alarms;

    /// @param directory where copies go
    public TamperDrill(Path directory, int trials, int size, long seed, Consumer<String> screen) {
        this.directory = directory;
        this.trials = trials;
        this.size = size;
        this.seed = seed;
        this.screen = screen;
        this.random = new Random(seed);
    }

    /// True when every deed was seen and located and no untouched copy was called damaged.
    public boolean run() throws InterruptedException {
        var began = System.nanoTime();
        var whole = new Book(CountyEvents.of(size, seed));
        whole.seal(sizes(), Trial.SIGNER);
        screen.accept(String.format(
                Locale.ROOT,
                "  日志 log: %d 个事件 events，%d 个检查点 checkpoints，种子 seed %d（%.1f s）",
                size,
                whole.notes().size(),
                seed,
                (System.nanoTime() - began) / 1e9));
        inMemory(whole);
        onDisk(new DiskTrial(whole, directory));
        counts.forEach((name, count) -> screen.accept("  %4d  %s".formatted(count, name)));
        screen.accept("tamper: %d trials, missed %d, false alarms %d".formatted(trials, missed, alarms));
        return missed == 0 && alarms == 0;
    }

    private List<Long> sizes() {
        var sizes = new TreeSet<Long>();
        for (var at = 1L; at < size; at += 1 + random.nextInt(2 * EVENTS_A_CHECKPOINT)) {
            sizes.add(at);
        }
        return List.copyOf(sizes);
    }

    private void inMemory(Book whole) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var results = new ArrayList<Future<Optional<String>>>();
            for (var trial = 0; trial < trials - onDisk(); trial++) {
                results.add(threads.submit(trial(whole, trial)::get));
            }
            var untouched = new ArrayList<Future<Optional<String>>>();
            for (var copy = 0; copy < UNTOUCHED; copy++) {
                untouched.add(threads.submit(untouched(whole, random.nextLong())::get));
            }
            for (var result : results) {
                missed(outcome(result));
            }
            for (var result : untouched) {
                alarm(outcome(result));
            }
        }
    }

    private int onDisk() {
        return Math.max(2, trials * DISK / 100);
    }

    private static Optional<String> outcome(Future<Optional<String>> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            return Optional.of("it failed: " + e.getCause());
        }
    }

    private Supplier<Optional<String>> trial(Book whole, int number) {
        var kinds = DEEDS.size() * MEANS.size();
        var turn = number % (kinds + 6);
        var chosen = random.nextLong();
        if (turn >= kinds + 3) {
            count("MIXTURE");
            return () -> new Mixture(whole, chosen).run();
        }
        if (turn >= kinds) {
            count("ROLL_BACK");
            return () -> new RollBack(whole, chosen).run();
        }
        var deed = DEEDS.get(turn % DEEDS.size());
        var means = deed.isOfEvents() ? MEANS.get(turn / DEEDS.size()) : Means.ONE_THING;
        var place = place();
        count(deed + " " + means);
        return () -> new Trial(whole, deed, means, place, chosen).run();
    }

    private int place() {
        var borders = DiskTrial.borders(size);
        return random.nextInt(3) == 0 ? borders.get(random.nextInt(borders.size())) : random.nextInt(size);
    }

    private static Supplier<Optional<String>> untouched(Book whole, long seed) {
        return () -> {
            var some = new Random(seed);
            var copy = whole.copy();
            var sizes = List.copyOf(whole.notes().keySet());
            var held = new Held(
                    List.of(whole.note(sizes.get(some.nextInt(sizes.size())))),
                    some.nextBoolean() ? List.of(whole) : List.of());
            var verdict = new Verifier(copy, Trial.TRUST, held).verify();
            return verdict.outcome() == Verdict.Outcome.GOOD
                    ? Optional.empty()
                    : Optional.of("untouched: " + verdict.findings());
        };
    }

    private void onDisk(DiskTrial disk) {
        for (var trial = 0; trial < onDisk(); trial++) {
            var place = trial % 4 == 0 ? 0 : random.nextInt(size - 10);
            if (trial % 2 == 0) {
                count("数据库文件夹 folder of a database");
                missed(disk.database(place, random));
            } else {
                count("导出的文件夹 exported folder");
                missed(disk.folder(place, random));
            }
        }
        alarm(disk.isDatabaseGood() ? Optional.empty() : Optional.of("untouched database"));
        alarm(disk.isFolderGood() ? Optional.empty() : Optional.of("untouched folder"));
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private void missed(Optional<String> what) {
        what.ifPresent(text -> tell(text, ++missed));
    }

    private void alarm(Optional<String> what) {
        count("未动过的副本 untouched copy");
        what.ifPresent(text -> tell(text, ++alarms));
    }

    private void tell(String text, int number) {
        if (number <= MOST_SHOWN) {
            screen.accept("  ✗ " + text);
        }
    }
}
