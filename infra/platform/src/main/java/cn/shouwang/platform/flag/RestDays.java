package cn.shouwang.platform.flag;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// The days on which offices are closed. A service that knows the announced holidays and make-up days
/// brings a bean; without one it is Saturday and Sunday.
@FunctionalInterface
public interface RestDays {

    boolean isRestDay(LocalDate day);

    /// The ordinary week.
    static RestDays weekends() {
        return day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
