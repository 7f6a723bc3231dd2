package cn.shouwang.bench;

import java.time.LocalDate;
import java.util.Locale;

/// Id numbers of 999999, a place that is none, as many as are asked for: each person has another.
public final class IdNumbers {

    private static final LocalDate FIRST = LocalDate.of(1940, 1, 1);
    private static final int BIRTHDAYS = 30_000;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private IdNumbers() {}

    /// Of the person-th person, from 0.
    public static String of(int person) {
        var digits = "999999" + born(person).toString().replace("-", "")
                + String.format(Locale.ROOT, "%03d", person / BIRTHDAYS);
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (digits.charAt(at) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /// The same with a check character that does not fit.
    public static String wrong(String id) {
        return id.substring(0, 17) + (id.endsWith("0") ? "1" : "0");
    }

    public static LocalDate born(int person) {
        return FIRST.plusDays(person % BIRTHDAYS);
    }
}
