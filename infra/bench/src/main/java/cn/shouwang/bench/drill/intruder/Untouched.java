package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.drill.intruder.Finding.Kind;
import cn.shouwang.local.run.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the suite was before the attacks, and whether it still is: what was planted, the logs, the processes
/// and what they wrote about it all.
final class Untouched {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> SERVICES = List.of("monitoring", "employment", "identity");
    private static final List<String> WEB = List.of("gateway", "monitoring", "employment", "identity");

    /// All heaps are bounded; more than this is memory that no bound holds.
    private static final long MOST_GROWTH = 500_000_000;

    private final Suite suite;
    private final Caller county;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Additions> additions = new LinkedHashMap<>();
    private final Map<String, Long> pids;
    private final long memory;

    private Untouched(Suite suite, Caller county, Planted planted) {
        this.suite = suite;
        this.county = county;
        planted.homes().forEach(home -> {
            page("/api/monitoring/households/" + home.household() + "/file");
            page("/api/monitoring/households/" + home.household() + "/timeline?size=200");
        });
        planted.reports().forEach(report -> page("/api/monitoring/reports/" + report.id()));
        planted.clues().forEach(clue -> page("/api/monitoring/clues/" + clue.id()));
        planted.profiles().forEach(profile -> page("/api/employment/profiles/" + profile.id()));
        page("/api/monitoring/duplicates/" + planted.duplicate().id());
        page("/api/monitoring/lines");
        SERVICES.forEach(service -> additions.put(service, Additions.since(suite.mongo(service))));
        pids = suite.pids();
        memory = resident(suite);
    }

    /// Remembers how everything is now, as the county sees it.
    static Untouched since(Suite suite, Caller county, Planted planted) {
        return new Untouched(suite, county, planted);
    }

    private void page(String path) {
        pages.put(path, county.get(path).body());
    }

    /// What the county saw at an address.
    String page(Planted.Home home) {
        return pages.getOrDefault("/api/monitoring/households/" + home.household() + "/file", "");
    }

    String grown() {
        return "%d → %d MB".formatted(memory / 1_000_000, resident(suite) / 1_000_000);
    }

    private static long resident(Suite suite) {
        return suite.residentMemory().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// Everything that is not as it was. `judge` knows what was planted.
    List<Finding> findings(Receipts receipts, Judge judge, Judge traces) {
        var findings = new ArrayList<Finding>();
        pages.forEach((path, before) -> {
            if (!county.get(path).body().equals(before)) {
                findings.add(damage("changed: " + path));
            }
        });
        additions.forEach((service, since) -> log(service, since, receipts, findings));
        if (!suite.pids().equals(pids)) {
            findings.add(damage("processes ended or changed: %s, now %s".formatted(pids, suite.pids())));
        }
        if (resident(suite) - memory > MOST_GROWTH) {
            findings.add(damage("memory " + grown()));
        }
        WEB.forEach(process -> health(process, judge, findings));
        suite.processes().forEach(process -> written(process, judge, traces, findings));
        return findings;
    }

    private static void log(String service, Additions since, Receipts receipts, List<Finding> findings) {
        for (var commit : since.commits()) {
            if (commit.isAsked() && !commit.isReading() && !receipts.has(service, commit.last())) {
                findings.add(damage("stored although no request was to be: %s position %d by %s"
                        .formatted(service, commit.last(), commit.actor())));
            }
            if (commit.isAsked() && !commit.isWithinReach()) {
                findings.add(damage("stored outside the division of %s: %s position %d"
                        .formatted(commit.actor(), service, commit.last())));
            }
        }
    }

    private void health(String process, Judge judge, List<Finding> findings) {
        var door = new Door(process, suite.port(process), "", false);
        var health = Wire.send(Request.get(door, "/actuator/health/readiness"), PATIENCE);
        if (health.status() != 200) {
            findings.add(damage(process + " is not well: status " + health.status()));
        }
        var metrics = Wire.send(Request.get(door, "/actuator/prometheus"), PATIENCE);
        judge.planted(Intruder.nobody(), "", metrics.everything())
                .forEach(marker -> findings.add(
                        new Finding(Kind.LEAKED, "%s: %s in the metrics".formatted(process, marker.what()))));
    }

    /// Ids may stand in a log file; nothing that says who somebody is may.
    private void written(String process, Judge judge, Judge traces, List<Finding> findings) {
        var text = text(process);
        var markers = new ArrayList<>(judge.planted(Intruder.nobody(), "", text));
        markers.removeIf(marker -> marker.kind() == Marker.Kind.ID);
        markers.addAll(traces.planted(Intruder.nobody(), "", text));
        markers.forEach(marker ->
                findings.add(new Finding(Kind.LEAKED, "%s: %s in the log file".formatted(process, marker.what()))));
        if (text.lines().anyMatch(line -> line.startsWith(Operators.FORGED))) {
            findings.add(damage(process + ": a forged line in the log file"));
        }
    }

    private String text(String process) {
        try {
            var file = suite.log(process);
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding damage(String what) {
        return new Finding(Kind.DAMAGE, what);
    }
}
