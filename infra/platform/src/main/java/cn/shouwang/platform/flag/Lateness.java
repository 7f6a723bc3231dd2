package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// How many days lay between fact and recording, per kind of event, division and month of recording,
/// latest month first.
final class Lateness {

    /// What to show: any part may be missing. `digits` 6, 9 or 12 is the size of the divisions counted
    /// together, `division` the beginning of their codes, `month` like `2026-11`.
    record Question(
            @Nullable @Pattern(regexp = "6|9|12") String digits,
            @Nullable @Pattern(regexp = "\\d{6,12}") String division,
            @Nullable @Pattern(regexp = "\\d{4}-\\d{2}") String month,
            @Nullable String event) {}

    /// One distribution over `count` entries, of which `late` were later than the rule of their time.
    /// `median` and `ninetieth` are days that at least 50 and 90 of 100 entries did not exceed (nearest
    /// rank); beyond ten years they say ten years. Negative days are ahead of the recording.
    record Entry(
            String event,
            String words,
            String division,
            String month,
            int count,
            int late,
            long least,
            long median,
            long ninetieth,
            long most) {}

    private final Listing rows;
    private final Gate gate;
    private final Words words;

    Lateness(Views views, Gate gate, Words words) {
        this.rows = views.listing(LatenessProjection.NAME);
        this.gate = gate;
        this.words = words;
    }

    Page<Entry> page(Question question, PageQuery page, Locale locale) {
        var order = orderBy(descending("month"), ascending("division", "name"));
        return rows.page(gate.scope(), filter(question), order, page, row -> entry(row, locale));
    }

    private static Bson filter(Question question) {
        var division = question.division();
        return and(
                question.digits() == null ? empty() : eq("digits", Integer.parseInt(question.digits())),
                Places.within(division),
                question.month() == null ? empty() : eq("month", question.month()),
                question.event() == null ? empty() : eq("name", question.event()));
    }

    private Entry entry(Document row, Locale locale) {
        var name = row.getString("name");
        int count = row.getInteger("count");
        return new Entry(
                name,
                words.event(name, locale),
                row.getString("division"),
                row.getString("month"),
                count,
                row.getInteger("late"),
                row.getLong("least"),
                reached(row, (count + 1) / 2),
                reached(row, (count * 9 + 9) / 10),
                row.getLong("most"));
    }

    /// The days of the `rank`-th entry, counted from the earliest.
    private static long reached(Document row, int rank) {
        var days = new TreeMap<Long, Integer>();
        row.get("days", Document.class).forEach((day, number) -> days.put(Long.parseLong(day), (Integer) number));
        var passed = 0;
        for (var day : days.entrySet()) {
            passed += day.getValue();
            if (passed >= rank) {
                return day.getKey();
            }
        }
        throw new IllegalStateException("a row that counts more entries than days");
    }
}
