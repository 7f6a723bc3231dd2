package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import cn.shouwang.bench.drill.intruder.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Carries out the attacks of a family, a few at a time, and has every answer judged.
final class Assault {

    private static final int AT_A_TIME = 4;
    private static final int FLOODING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(700);
    private static final int MOST_WAITS = 8;

    private final World world;
    private final Judge judge;
    private final Untouched before;
    private final long seed;
    private final Tally tally;
    private final Receipts receipts;
    private final Consumer<String> screen;
    private final Queue<Long> unknownMicros = new ConcurrentLinkedQueue<>();
    private final Queue<Long> malformedMicros = new ConcurrentLinkedQueue<>();

    Assault(
            World world,
            Judge judge,
            Untouched before,
            long seed,
            Tally tally,
            Receipts receipts,
            Consumer<String> screen) {
        this.world = world;
        this.judge = judge;
        this.before = before;
        this.seed = seed;
        this.tally = tally;
        this.receipts = receipts;
        this.screen = screen;
    }

    /// All attacks of that family; returns when the last one is judged and the suite answers as before.
    void by(Family family) {
        var places = new Semaphore(family == Family.FLOOD ? FLOODING : AT_A_TIME);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attack : family.attacks(world, seed)) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        carryOut(attack);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (family != Family.FLOOD) {
            var still = bystander(family.count());
            tally.found(family, still);
            still.forEach(finding -> screen.accept("  %s %s: %s".formatted(finding.kind(), family, finding.what())));
        }
    }

    private void carryOut(Attack attack) {
        var findings = new ArrayList<Finding>();
        var status = 0;
        try {
            var seen = sent(attack.request(), attack);
            var twin = attack.twin() == null ? null : sent(attack.twin(), attack);
            status = seen.status();
            receipts.note(attack, seen);
            findings.addAll(judge.findings(attack, seen, twin));
            if (attack.family() == Family.PUBLIC && twin != null && status == twin.status()) {
                malformedMicros.add(seen.took().toNanos() / 1_000);
                unknownMicros.add(twin.took().toNanos() / 1_000);
            }
            if (attack.family() == Family.SMUGGLING) {
                findings.addAll(bystander(attack.number()));
            }
        } catch (RuntimeException e) {
            findings.add(new Finding(Kind.FORM, "the drill itself failed: " + e));
        }
        tally.attack(attack.family(), status, findings);
        for (var finding : findings) {
            screen.accept("  %s %s#%d seed %d %s: %s → %d, %s"
                    .formatted(
                            finding.kind(),
                            attack.family(),
                            attack.number(),
                            seed,
                            attack.by().name(),
                            attack.request().shown(),
                            status,
                            finding.what()));
        }
    }

    /// Waits where the gateway asks to, so that an attack is not stopped by the number of those before it.
    private Seen sent(Request request, Attack attack) {
        var patience = attack.leaves(Leave.SILENCE) ? SILENCE : PATIENCE;
        for (var waits = 0; ; waits++) {
            var seen = Wire.send(request, patience);
            if (seen.status() != 429 || attack.leaves(Leave.FLOOD) || waits == MOST_WAITS) {
                return seen;
            }
            pause(seen.answers().getFirst().header("Retry-After"));
        }
    }

    /// Somebody else, who asks for what they may see, gets that and nothing else.
    private List<Finding> bystander(int number) {
        var homes = world.planted().homes();
        var home = homes.get(number % homes.size());
        var door = world.gateway().to("monitoring");
        var request = Request.get(door, door.prefix() + "/households/" + home.household() + "/file")
                .by(world.intruder(World.COUNTY));
        var seen = Wire.send(request, PATIENCE);
        var body = seen.answers().isEmpty() ? "" : seen.answers().getFirst().body();
        var expected = Guises.bytes(before.page(home), StandardCharsets.UTF_8);
        return body.equals(expected)
                ? List.of()
                : List.of(new Finding(
                        Kind.DAMAGE,
                        "afterwards somebody else is answered %d and other words".formatted(seen.status())));
    }

    /// Median times of the two, in ms: only told, since a busy machine says nothing about a quiet one.
    String times() {
        return "%.1f ms / %.1f ms".formatted(median(malformedMicros) / 1e3, median(unknownMicros) / 1e3);
    }

    private static long median(Queue<Long> micros) {
        var sorted = micros.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private static void pause(String seconds) {
        try {
            Thread.sleep(seconds.matches("\\d{1,2}") ? Integer.parseInt(seconds) * 1_000L + 50 : 1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
