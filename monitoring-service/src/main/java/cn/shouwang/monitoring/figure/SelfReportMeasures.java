package cn.shouwang.monitoring.figure;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// KPI11, how far self-report reaches: reports by the way they came in, villages that sent any and
/// villages that sent none, and households that have the application sheet.
///
/// Every report counts, whatever became of it. Where posters hang is on no record, so places with a QR
/// code are not counted.
@Component
class SelfReportMeasures {

    private final Listing reports;
    private final Listing sheets;
    private final Divisions divisions;
    private final Gate gate;

    SelfReportMeasures(Views views, Divisions divisions, Gate gate) {
        this.reports = views.listing("reports");
        this.sheets = views.listing("sheet_coverage");
        this.divisions = divisions;
        this.gate = gate;
    }

    /// Villages outside the caller's division are not counted, not even as silent ones.
    void count(String place, Tally tally) {
        var scope = gate.scope();
        var within = Places.within(place);
        var heard = new HashSet<String>();
        reports.each(scope, within, row -> {
            report(row, tally);
            heard.add(row.getString("division"));
        });
        sheets.each(scope, within, row -> sheets(row, tally));
        villages(
                divisions.villages(place).stream()
                        .filter(village -> village.code().startsWith(scope.division()))
                        .toList(),
                heard,
                tally);
    }

    /// The list that holds what a measure counted.
    static String list(String measure, String division) {
        return (measure.startsWith("sheet.") ? "/sheets?division=" : "/reports?division=") + division;
    }

    /// `way.<way>` parts `reports`.
    static void report(Document row, Tally tally) {
        var village = row.getString("division");
        tally.count(village, "reports", null);
        tally.count(village, "way." + row.getString("way"), null);
    }

    /// `sheet.households` have the application sheet, of `sheet.of` that are or were registered.
    static void sheets(Document row, Tally tally) {
        var village = row.getString("division");
        var counted = row.get("sheets", new Document()).get("APPLICATION_SHEET", new Document());
        tally.add(village, "sheet.households", counted.get("households", 0));
        tally.add(village, "sheet.of", row.get("registered", 0));
    }

    /// `village.silent` and `village.heard` part the villages.
    static void villages(List<Division> villages, Set<String> heard, Tally tally) {
        for (var village : villages) {
            tally.count(village.code(), heard.contains(village.code()) ? "village.heard" : "village.silent", null);
        }
    }
}
