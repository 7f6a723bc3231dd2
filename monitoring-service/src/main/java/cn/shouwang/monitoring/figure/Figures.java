package cn.shouwang.monitoring.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts what an indicator counts, for a place of the caller's and the places directly in it.
@Component
class Figures {

    private final Listing households;
    private final Listing clues;
    private final SelfReportMeasures selfReports;
    private final Divisions divisions;
    private final Gate gate;

    Figures(Views views, SelfReportMeasures selfReports, Divisions divisions, Gate gate) {
        this.households = views.listing("roster");
        this.clues = views.listing("clues");
        this.selfReports = selfReports;
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
                    return tally.lines(code, (measure, part) -> list(code, measure, part));
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
            case KPI07 -> lives(place, life -> Measures.removal(life, tally));
            case KPI11 -> selfReports.count(place, tally);
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

    private static String list(Code code, String measure, String division) {
        if (code == Code.KPI03) {
            return "/clues?division=" + division;
        }
        if (code == Code.KPI11) {
            return SelfReportMeasures.list(measure, division);
        }
        var standing = measure.startsWith("removed") ? "REMOVED" : measure.equals("closed") ? "CLOSED" : "MONITORED";
        var category = measure.startsWith("category.") ? "&category=" + measure.substring("category.".length()) : "";
        var risk = measure.startsWith("risk.") ? "&risk=" + measure.substring("risk.".length()) : "";
        return "/roster?monitoring=" + standing + "&town=" + division + category + risk;
    }

    private static Bson within(String division) {
        return division.isEmpty() ? empty() : and(gte("division", division), lt("division", division + ":"));
    }
}
