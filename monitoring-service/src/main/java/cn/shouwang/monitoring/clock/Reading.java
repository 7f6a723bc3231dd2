package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the clock of a case shows on a day: the step that is waited for, its limit, that of the
/// whole case (absent once it is decided), and whether it stands still. Days on which an objection
/// was open are added to both limits, overlapping ones once.
public record Reading(
        Turn turn, LocalDate dueOn, @Nullable LocalDate decideBy, LocalDate limit, boolean stopped, Colour colour) {

    /// `openedOn` and `decideBy` are those of the case.
    public static Reading on(
            LocalDate today,
            Turn turn,
            LocalDate openedOn,
            @Nullable LocalDate decideBy,
            List<Stop> stops,
            ClockLimits.Edition limits,
            WorkingDays calendar) {
        var dueOn = due(today, turn, stops, limits, calendar);
        var whole = decideBy == null
                ? null
                : decideBy.plusDays(stood(stops, openedOn, today).size());
        var limit = whole == null || dueOn.isBefore(whole) ? dueOn : whole;
        var stopped = stops.stream().anyMatch(Stop::isOpen);
        return new Reading(turn, dueOn, whole, limit, stopped, colour(today, limit, stopped, limits, calendar));
    }

    /// Whether the limit has passed and the clock runs.
    boolean isOver() {
        return colour == Colour.RED;
    }

    private static LocalDate due(
            LocalDate today, Turn turn, List<Stop> stops, ClockLimits.Edition limits, WorkingDays calendar) {
        var stood = (int) stood(stops, turn.since(), today).stream()
                .filter(calendar::isWorkingDay)
                .count();
        return turn.dueOn() == null
                ? calendar.plusWorkingDays(turn.from(), limits.limit(turn.step()) + stood)
                : calendar.plusWorkingDays(turn.dueOn(), stood);
    }

    private static List<LocalDate> stood(List<Stop> stops, LocalDate since, LocalDate today) {
        return stops.stream()
                .flatMap(stop -> stop.days(since, today))
                .distinct()
                .toList();
    }

    private static Colour colour(
            LocalDate today, LocalDate limit, boolean stopped, ClockLimits.Edition limits, WorkingDays calendar) {
        if (stopped) {
            return Colour.STOPPED;
        }
        if (today.isAfter(limit)) {
            return Colour.RED;
        }
        return calendar.workingDaysBetween(today, limit) <= limits.orange() ? Colour.ORANGE : Colour.GREEN;
    }
}
