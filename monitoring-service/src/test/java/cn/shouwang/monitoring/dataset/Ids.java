package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.person.IdNumber;
import java.time.LocalDate;
import java.util.Locale;

/// Synthetic id numbers of 999999, a place that is none, as many as are asked for.
public final class Ids {

    private static final LocalDate FIRST = LocalDate.of(1940, 1, 1);
    private static final int DAYS = 30_000;

    private Ids() {}

    /// The number-th person's id; each number has another.
    public static IdNumber of(int number) {
        return new IdNumber(text(number));
    }

    /// The same as text.
    public static String text(int number) {
        var born = FIRST.plusDays(number % DAYS);
        var digits = String.format(
                Locale.ROOT,
                "999999%04d%02d%02d%03d",
                born.getYear(),
                born.getMonthValue(),
                born.getDayOfMonth(),
                number / DAYS);
        return digits + check(digits);
    }

    /// Under which people born before 2000 were known until 1999.
    public static String old(int number) {
        var text = text(number);
        return text.substring(0, 6) + text.substring(8, 17);
    }

    private static char check(String digits) {
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += weights[at] * (digits.charAt(at) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
