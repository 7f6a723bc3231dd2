package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;

import cn.shouwang.platform.projection.Rows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/// Flags what was recorded long after it happened, or before: one flag per command and kind of event.
///
/// Late is more than `late` days after the fact, ahead more than `aheadDays` before it, both counted in
/// calendar days of the clock's zone.
final class LateEntries {

    private LateEntries() {}

    static void look(Noted noted, Rows rows) {
        if (!noted.form().entry() || !noted.isByAccount()) {
            return;
        }
        noted.form().on(noted.recorded().event()).ifPresent(on -> {
            var days = ChronoUnit.DAYS.between(on, noted.at().toLocalDate());
            var limit = noted.rules().late().limit(noted.form().name());
            if (limit.isPresent() && days > limit.getAsInt()) {
                mark(FlagKind.LATE_ENTRY, noted, on, days, limit.getAsInt(), rows);
            } else if (-days > noted.rules().aheadDays()) {
                mark(FlagKind.AHEAD, noted, on, -days, noted.rules().aheadDays(), rows);
            }
        });
    }

    private static void mark(FlagKind kind, Noted noted, LocalDate on, long days, long limit, Rows rows) {
        var flag = FlagId.of(kind, noted.act(), noted.form().name());
        rows.advance(
                flag.toString(),
                combine(
                        Marks.of(kind, noted, Marks.place(noted), limit),
                        Marks.about(noted),
                        Marks.position(noted),
                        inc("count", 1),
                        max("measure", days),
                        min("on", on.toString()),
                        min("firstAt", Date.from(noted.recorded().recordedAt()))));
    }
}
