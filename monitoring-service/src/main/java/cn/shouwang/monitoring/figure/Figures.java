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

    private static final String EVER = "MONITORED,REMOVED,CLOSED";

    private final Listing households;
    private final Listing clues;
    private final Divisions divisions;
    private final Gate gate;

    Figures(Views views, Divisions divisions, Gate gate) {
        this.households = views.listing("roster");
        this.clues = views.listing("clues");
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
        return code == Code.KPI03
                ? "/clues?division=" + division
                : "/roster?town=" + division + "&monitoring=" + narrowed(measure);
    }

    /// What a measure counted of all that are or were monitored, in the words of the list.
    private static String narrowed(String measure) {
        var part = measure.substring(measure.indexOf('.') + 1);
        return switch (measure.replaceFirst("\\..*", "")) {
            case "active" -> "MONITORED";
            case "category" -> "MONITORED&category=" + part;
            case "risk" -> "MONITORED&risk=" + part;
            case "backstop" -> "MONITORED&backstop=true";
            case "removed" -> "REMOVED&mode=" + part;
            case "closed" -> "CLOSED";
            case "reverted" -> EVER + "&reverted=true";
            case "returned" -> EVER + "&returned=true";
            default -> EVER;
        };
    }

    private static Bson within(String division) {
        return division.isEmpty() ? empty() : and(gte("division", division), lt("division", division + ":"));
    }
}
