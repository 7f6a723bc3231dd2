package cn.shouwang.monitoring.figure;

import cn.shouwang.monitoring.household.Nameplate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What the roster knows of one household that is or was monitored.
///
/// `cycle` is the number of the case by which it is or was monitored, `since` the day of its determination,
/// `lineFen` the line that was used. `monitoring` is MONITORED, REMOVED or CLOSED, `days` how long the last
/// determination took from the opening of its case, `late` whether that was longer than allowed, `returns`
/// how often the household came back after a removal, `backstop` whether nobody in it can work.
record Life(
        String household,
        String village,
        String baseType,
        int cycle,
        LocalDate since,
        long lineFen,
        String monitoring,
        @Nullable String mode,
        String category,
        List<String> risks,
        int persons,
        boolean backstop,
        int days,
        boolean late,
        @Nullable String clue,
        int reversions,
        int returns) {

    static Life of(Document row) {
        var elsewhere = row.getList("elsewhere", String.class, List.of());
        return new Life(
                row.getString("_id"),
                row.getString("division"),
                row.getString("baseType"),
                row.getInteger("cycle"),
                LocalDate.parse(row.getString("since")),
                row.getLong("lineFen"),
                row.getString("monitoring"),
                row.getString("removalMode"),
                row.getString("category"),
                row.getList("risks", String.class),
                Nameplate.of(row).members(),
                elsewhere.containsAll(row.getList("able", String.class, List.of())),
                days(row),
                row.getInteger("lateByDays") > 0,
                row.getString("clue"),
                row.getList("revertedOn", String.class, List.of()).size(),
                row.getList("determinations", Integer.class).size() - 1);
    }

    boolean isActive() {
        return monitoring.equals("MONITORED");
    }

    private static int days(Document row) {
        var opened = row.get("openedOn", Document.class).getString(String.valueOf(row.getInteger("cycle")));
        return (int) ChronoUnit.DAYS.between(LocalDate.parse(opened), LocalDate.parse(row.getString("since")));
    }
}
