package cn.shouwang.audit;

import cn.shouwang.evidence.LoggedEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A moment up to which events count, by the time they were recorded or by the day they were true.
///
/// A day ends at midnight in China. `text` is as it was asked for.
record Moment(String text, Instant recorded, LocalDate day, boolean byVillageDay) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /// `by` is `recorded` or `village`.
    static Moment of(String text, String by) {
        var village =
                switch (by) {
                    case "recorded" -> false;
                    case "village" -> true;
                    default -> throw new Misused("--by recorded | village");
                };
        try {
            if (!text.contains("T")) {
                var day = LocalDate.parse(text);
                var end = day.plusDays(1).atStartOfDay(CHINA).toInstant().minusMillis(1);
                return new Moment(text, end, day, village);
            }
            if (!village) {
                var instant = Instant.parse(text);
                return new Moment(text, instant, LocalDate.ofInstant(instant, CHINA), false);
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new Misused("时刻写作 2026-05-04T01:02:03Z，日期写作 2026-05-04；--by village 只用日期"
                + " (write an instant or a day; --by village takes a day)");
    }

    boolean covers(LoggedEvent event) {
        return byVillageDay ? !day(event).isAfter(day) : !event.at().isAfter(recorded);
    }

    /// The day an event was true; of one that names none the day it was recorded.
    static LocalDate day(LoggedEvent event) {
        try {
            return LocalDate.parse(Mentions.payload(event).path("on").asString(""));
        } catch (DateTimeException _) {
            return LocalDate.ofInstant(event.at(), CHINA);
        }
    }
}
