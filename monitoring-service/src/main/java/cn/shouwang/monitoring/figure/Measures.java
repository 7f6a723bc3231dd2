package cn.shouwang.monitoring.figure;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/// What each indicator counts of one household or clue.
final class Measures {

    private Measures() {}

    /// KPI01. `ever` is all; `active`, `removed.<mode>` and `closed` part them; of the active ones `backstop`
    /// are those in which nobody can work, `category.<c>` parts them, and one counts under each of its
    /// risks.
    static void size(Life life, Tally tally) {
        count(life, "ever", tally);
        switch (life.monitoring()) {
            case "REMOVED" -> count(life, "removed." + life.mode(), tally);
            case "CLOSED" -> count(life, "closed", tally);
            default -> active(life, tally);
        }
    }

    private static void active(Life life, Tally tally) {
        count(life, "active", tally);
        count(life, "category." + life.category(), tally);
        life.risks().forEach(risk -> count(life, "risk." + risk, tally));
        if (life.backstop()) {
            count(life, "backstop", tally);
        }
    }

    /// KPI03. `overdue` are the open ones whose day is past; a clue that is merged into another one is
    /// not counted.
    static void clue(Document row, Tally tally, LocalDate today) {
        if (!row.getList("duplicates", String.class, List.of()).isEmpty()) {
            return;
        }
        var village = row.getString("division");
        var due = LocalDate.parse(row.getString("dueOn"));
        var closed = row.getString("closedOn");
        tally.count(village, "clues", null);
        if (closed == null) {
            tally.count(village, due.isBefore(today) ? "open.overdue" : "open.in-time", null);
        } else {
            tally.count(village, LocalDate.parse(closed).isAfter(due) ? "closed.late" : "closed.in-time", null);
            tally.count(village, "outcome." + row.getString("outcome"), null);
        }
    }

    /// KPI04, over the last determination of each household; days of open objections count as days but not
    /// as late.
    static void duration(Life life, Tally tally) {
        tally.count(life.village(), life.late() ? "late" : "in-time", null);
        tally.sample(life.village(), "days", life.days());
    }

    /// KPI07. Information only: no rate is set against it.
    static void removal(Life life, Tally tally) {
        if (life.monitoring().equals("REMOVED")) {
            count(life, "removed." + life.mode(), tally);
        }
        if (life.reversions() > 0) {
            count(life, "reverted", tally);
        }
        if (life.returns() > 0) {
            count(life, "returned", tally);
        }
    }

    private static void count(Life life, String measure, Tally tally) {
        tally.count(life.village(), measure, life.persons());
    }
}
