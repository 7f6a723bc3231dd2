package cn.shouwang.platform.flag;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.Document;

/// Keeps `lateness`, one row per kind of event, division and month of recording: `{_id, division, digits,
/// name, month, count, late, least, most, days: {"<days>": number}}`, for each division of 6, 9 and 12
/// `digits` that an event lies in.
///
/// `days` counts how many calendar days lay between fact and recording, 0 on the same day, negative when
/// dated ahead; beyond [#FAREST] they are counted there, `least` and `most` are exact. Entries of accounts
/// only.
final class LatenessProjection implements Projection {

    static final String NAME = "lateness";

    /// Ten years.
    static final long FAREST = 3653;

    private static final List<Integer> LEVELS = List.of(6, 9, 12);

    private final RuleBook book;
    private final ZoneId zone;

    LatenessProjection(RuleBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return book.version();
    }

    /// A row counts events of many streams.
    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("digits", "-month", "division", "name"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        book.noted(recorded, LocalDateTime.ofInstant(recorded.recordedAt(), zone))
                .filter(noted -> noted.form().entry() && noted.isByAccount())
                .ifPresent(noted -> noted.form()
                        .on(recorded.event())
                        .ifPresent(on -> count(
                                noted, ChronoUnit.DAYS.between(on, noted.at().toLocalDate()), rows)));
    }

    private static void count(Noted noted, long days, Rows rows) {
        var place = ((Placed) noted.recorded().event()).division();
        var month = YearMonth.from(noted.at()).toString();
        for (var digits : LEVELS) {
            if (place.length() >= digits) {
                var division = place.substring(0, digits);
                var id = String.join(" ", noted.form().name(), division, month);
                rows.fold(id, (row, _) -> {
                    row.put("division", division);
                    row.put("digits", digits);
                    row.put("name", noted.form().name());
                    row.put("month", month);
                    add(row, noted, days);
                });
            }
        }
    }

    private static void add(Document row, Noted noted, long days) {
        var limit = noted.rules().late().limit(noted.form().name());
        var isLate = limit.isPresent() && days > limit.getAsInt();
        var key = Long.toString(Math.clamp(days, -FAREST, FAREST));
        var counted = new Document(row.get("days", new Document()));
        counted.put(key, counted.getInteger(key, 0) + 1);
        row.put("count", row.getInteger("count", 0) + 1);
        row.put("late", row.getInteger("late", 0) + (isLate ? 1 : 0));
        row.put("least", row.getLong("least") == null ? days : Math.min(days, row.getLong("least")));
        row.put("most", row.getLong("most") == null ? days : Math.max(days, row.getLong("most")));
        row.put("days", counted);
    }
}
