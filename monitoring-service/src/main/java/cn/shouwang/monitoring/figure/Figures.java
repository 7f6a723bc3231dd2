package cn.shouwang.monitoring.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import cn.shouwang.monitoring.assistance.RiskFamilies;
import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts what an indicator counts, for a place of the caller's and the places directly in it.
@Component
class Figures {

    /// Whoever is to be visited, was, or is or was monitored.
    private static final Bson TO_BE_SEEN = or(exists("visitBy"), exists("monitoredSince"), exists("lastOn"));

    private final Listing households;
    private final Listing clues;
    private final Listing files;
    private final Listing given;
    private final Listing visits;
    private final Listing issues;
    private final SelfReportMeasures selfReports;
    private final RiskFamilies families;
    private final Divisions divisions;
    private final Gate gate;

    Figures(Views views, SelfReportMeasures selfReports, RiskFamilies families, Divisions divisions, Gate gate) {
        this.households = views.listing("roster");
        this.clues = views.listing("clues");
        this.files = views.listing("household_file");
        this.given = views.listing("measures");
        this.visits = views.listing("helper_visits");
        this.issues = views.listing("quality_issues");
        this.selfReports = selfReports;
        this.families = families;
        this.divisions = divisions;
        this.gate = gate;
    }

    /// Every line of `code` in `division`, or in the whole of the caller's when there is none; empty for a
    /// place outside it, and for one that is not on the map. `today` says which open clues are overdue.
    List<Line> of(Code code, @Nullable String division, LocalDate today) {
        return whole(division)
                .map(place -> {
                    var tally = new Tally(place, divisions.children(place.code()));
                    count(code, place.code(), tally, today);
                    return tally.lines(code, (measure, part) -> Opening.of(code, measure, part));
                })
                .orElse(List.of());
    }

    private Optional<Division> whole(@Nullable String division) {
        return divisions.find(division == null ? gate.scope().division() : division);
    }

    private void count(Code code, String place, Tally tally, LocalDate today) {
        switch (code) {
            case KPI01 -> lives(place, life -> Measures.size(life, tally));
            case KPI02 -> channels(place, tally);
            case KPI03 -> clues.each(gate.scope(), within(place), row -> Measures.clue(row, tally, today));
            case KPI04 -> lives(place, life -> Measures.duration(life, tally));
            case KPI05 -> helped(place, (life, measures) -> HelpMeasures.help(life, measures, tally));
            case KPI06 -> helped(place, (life, measures) -> HelpMeasures.match(life, measures, families, tally));
            case KPI07 -> lives(place, life -> Measures.removal(life, tally));
            case KPI08 -> seen(place, (life, seen) -> NeedMeasures.income(life, seen, tally));
            case KPI09 -> seen(place, (life, seen) -> NeedMeasures.guarantees(life, seen, tally));
            case KPI10 ->
                visits.each(
                        gate.scope(), and(TO_BE_SEEN, within(place)), row -> UpkeepMeasures.visits(row, tally, today));
            case KPI11 -> selfReports.count(place, tally);
            case KPI23 -> issues.each(gate.scope(), within(place), row -> UpkeepMeasures.quality(row, tally, today));
        }
    }

    private void lives(String place, Consumer<Life> life) {
        households.each(gate.scope(), and(exists("monitoring"), within(place)), row -> life.accept(Life.of(row)));
    }

    /// A clue lies in the village of its household, so it is seen by whoever sees that.
    private void channels(String place, Tally tally) {
        var lives = new ArrayList<Life>();
        lives(place, lives::add);
        lives.forEach(life -> {
            var clue = life.clue() == null ? Optional.<Document>empty() : clues.one(gate.scope(), life.clue());
            tally.count(
                    life.village(),
                    "channel." + clue.map(row -> row.getString("channel")).orElse("WITHOUT_CLUE"),
                    life.persons());
        });
    }

    private void helped(String place, BiConsumer<Life, List<Given>> counting) {
        var measures = new HashMap<String, List<Given>>();
        given.each(gate.scope(), within(place), row -> measures.computeIfAbsent(
                        row.getString("household") + ":" + row.getInteger("cycle"), _ -> new ArrayList<>())
                .addAll(Given.of(row).toList()));
        lives(
                place,
                life -> counting.accept(life, measures.getOrDefault(life.household() + ":" + life.cycle(), List.of())));
    }

    private void seen(String place, BiConsumer<Life, Seen> counting) {
        var lives = new ArrayList<Life>();
        lives(place, lives::add);
        lives.forEach(life -> files.one(gate.scope(), life.household())
                .flatMap(file -> Seen.of(file, life.cycle()))
                .ifPresent(seen -> counting.accept(life, seen)));
    }

    private static Bson within(String division) {
        return division.isEmpty() ? empty() : Places.within(division);
    }
}
