package cn.shouwang.monitoring.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// The working-day calendar: ordinary weeks, changed by the announced holidays and make-up days.
///
/// Immutable. A year that is not [#covered(int)] counts Monday to Friday as worked.
public final class WorkingDays {

    private final Map<LocalDate, Boolean> worked;
    private final Set<Integer> years;

    /// `worked` tells of each day that differs from an ordinary week whether it is worked.
    WorkingDays(Map<LocalDate, Boolean> worked, Set<Integer> years) {
        this.worked = Map.copyOf(worked);
        this.years = Set.copyOf(years);
    }

    /// The calendar shipped with the service.
    public static WorkingDays announced() {
        return HolidayTable.read("/holidays.csv");
    }

    /// Whether the holidays of that year were known when this calendar was made.
    public boolean covered(int year) {
        return years.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return worked.getOrDefault(day, !isWeekend(day));
    }

    /// The `days`-th working day after `from`; `from` itself is day 0, worked or not.
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a term runs forward, not " + days + " days");
        }
        var day = from;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /// Working days after `from` up to and with `to`: how many have passed since `from`. Zero when
    /// `to` is not after `from`.
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
