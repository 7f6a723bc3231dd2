package cn.shouwang.bench.drill;

import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.drill.StoredLog.Event;
import cn.shouwang.local.run.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What must be true once the dust has settled: the logs as callers were told, and everything derived
/// from them as the logs say.
final class Aftermath {

    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TIMELINES = 25;
    private static final List<String> ON_TIMELINES = List.of(
            "household.",
            "identification.",
            "inquiry.",
            "appeal.",
            "clock.",
            "marking.",
            "assistance.",
            "helper.",
            "match.",
            "slip.",
            "removal.",
            "notice.",
            "quality.");
    private static final Set<String> CAN_WORK = Set.of("ORDINARY", "SKILLED", "WEAK_OR_HALF");

    private final Suite suite;
    private final Ledger ledger;
    private final Caller county;

    Aftermath(Suite suite, Ledger ledger, Caller county) {
        this.suite = suite;
        this.ledger = ledger;
        this.county = county;
    }

    /// Compares, again and again while policies, read models and messages still work off what was
    /// stored, and returns the last comparison.
    Comparison settle() throws InterruptedException {
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (true) {
            var comparison = compare();
            if (comparison.isGood() || System.nanoTime() > deadline) {
                return comparison;
            }
            Thread.sleep(PAUSE);
        }
    }

    private Comparison compare() {
        var monitoring = StoredLog.read(suite.mongo("monitoring"));
        var employment = StoredLog.read(suite.mongo("employment"));
        var comparison = new Comparison();
        comparison.receipts(ledger, monitoring);
        comparison.shape("monitoring", monitoring);
        comparison.shape("employment", employment);
        policies(monitoring, comparison);
        lists(monitoring, comparison);
        timelines(monitoring, comparison);
        profiles(monitoring, employment, comparison);
        return comparison;
    }

    /// Each fact that something follows from has been followed, once.
    private static void policies(StoredLog log, Comparison comparison) {
        var reported = log.events("clue.registered")
                .filter(clue -> has(clue, "report"))
                .count();
        comparison.count("clues of accepted reports", log.count("report.accepted"), reported);
        var told = log.events("clue.closed").filter(clue -> has(clue, "report")).count();
        comparison.count("results told", told, log.count("report.result-told"));
    }

    private void lists(StoredLog log, Comparison comparison) {
        var reports = log.count(
                "report.self-submitted",
                "report.delegated-submitted",
                "report.phone-recorded",
                "report.window-recorded");
        comparison.count("reports", reports, total("/api/monitoring/reports?size=1"));
        comparison.count("clues", log.count("clue.registered"), total("/api/monitoring/clues?size=1"));
        comparison.count("closed clues", log.count("clue.closed"), total("/api/monitoring/clues?state=CLOSED&size=1"));
        comparison.count("households", log.count("household.registered"), total("/api/monitoring/households?size=1"));
        comparison.count(
                "monitored households",
                log.count("identification.household-determined"),
                total("/api/monitoring/roster?size=1"));
    }

    private void timelines(StoredLog log, Comparison comparison) {
        var perHousehold = log.commits().stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(Aftermath::households)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        perHousehold.entrySet().stream()
                .limit(TIMELINES)
                .forEach(household -> comparison.count(
                        "timeline of " + household.getKey(),
                        household.getValue(),
                        total("/api/monitoring/households/" + household.getKey() + "/timeline?size=1")));
    }

    /// The households on whose timelines an event stands: of a pair, those of both sides.
    private static Stream<String> households(Event event) {
        if (ON_TIMELINES.stream().anyMatch(event.name()::startsWith)) {
            return Stream.of(event.json().path("household").asString(""));
        }
        if (event.name().startsWith("duplicate.")) {
            return sides(event)
                    .map(side -> side.path("household").asString(""))
                    .filter(household -> !household.isEmpty())
                    .distinct();
        }
        return Stream.empty();
    }

    private static Stream<JsonNode> sides(Event pair) {
        return Stream.of("first", "second").map(side -> pair.json().path("pair").path(side));
    }

    private void profiles(StoredLog monitoring, StoredLog employment, Comparison comparison) {
        var able = monitoring
                .events("identification.household-determined")
                .flatMap(Aftermath::able)
                .collect(Collectors.toSet());
        var opened = employment
                .events("profile.opened")
                .map(profile -> profile.json().path("member").asString(""))
                .collect(Collectors.toList());
        comparison.count("profiles", able.size(), opened.size());
        comparison.count(
                "profiles of members able to work",
                able.size(),
                opened.stream().filter(able::contains).count());
        comparison.count("profiles listed", opened.size(), total("/api/employment/profiles?size=1"));
    }

    private static Stream<String> able(Event determined) {
        return StreamSupport.stream(determined.json().path("seen").spliterator(), false)
                .filter(member -> CAN_WORK.contains(member.path("ability").asString("")))
                .map(member -> member.path("member").asString(""));
    }

    private static boolean has(Event event, String field) {
        JsonNode value = event.json().path(field);
        return !value.isMissingNode() && !value.isNull();
    }

    /// -1 when the list gives no answer, which is then found to be too few.
    private long total(String list) {
        var answer = county.get(list);
        return answer.isAccepted() ? answer.json().path("total").asLong(-1) : -1;
    }
}
