package cn.shouwang.monitoring.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.bson.Document;

/// What KPI10 and KPI23 count of one household to be visited and of one doubtful entry.
final class UpkeepMeasures {

    private static final Set<String> WAITING = Set.of("OPEN", "ASSIGNED");

    private UpkeepMeasures() {}

    /// KPI10. `in-time` and `overdue` part those to be visited; `never` are those that nobody has visited
    /// though they are to be, or are or were monitored.
    static void visits(Document row, Tally tally, LocalDate today) {
        var village = row.getString("division");
        var by = row.getString("visitBy");
        if (by != null) {
            tally.count(village, "to-be-visited", null);
            tally.count(village, LocalDate.parse(by).isBefore(today) ? "overdue" : "in-time", null);
        }
        tally.count(village, row.containsKey("lastOn") ? "visited" : "never", null);
    }

    /// KPI23. `open`, `assigned`, `fixed` and `explained` part all; `rule.<id>` counts those that still
    /// wait, `overdue` the assigned ones past their day.
    static void quality(Document row, Tally tally, LocalDate today) {
        var village = row.getString("division");
        var state = row.getString("state");
        var due = row.getString("dueOn");
        tally.count(village, "state." + state, null);
        if (WAITING.contains(state)) {
            tally.count(village, "rule." + row.getString("rule"), null);
        }
        if (state.equals("ASSIGNED") && due != null && LocalDate.parse(due).isBefore(today)) {
            tally.count(village, "overdue", null);
        }
        if (state.equals("FIXED")) {
            var found = LocalDate.parse(row.getString("foundOn"));
            var fixed = LocalDate.parse(row.getString("closedOn"));
            tally.sample(village, "days-to-fix", Math.toIntExact(ChronoUnit.DAYS.between(found, fixed)));
        }
    }
}
