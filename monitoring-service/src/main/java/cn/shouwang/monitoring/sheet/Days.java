package cn.shouwang.monitoring.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days as departments write them: 2025-03-01, 2025/3/1, 2025.3.1, 20250301, 2025年3月1日, with or without a
/// time behind, or the number a spreadsheet keeps for a day (ECMA-376, 18.17.4.1).
public final class Days {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern SHORT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([1-6]\\d{4})(?:\\.\\d+)?");
    private static final int FROM_1904 = 1_462;
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private final boolean from1904;

    public Days(boolean from1904) {
        this.from1904 = from1904;
    }

    public Optional<LocalDate> read(String text) {
        if (isIso(text)) {
            return of(text, 0, 5, 8);
        }
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Optional.of(ZERO.plusDays(Integer.parseInt(serial.group(1)) + (from1904 ? FROM_1904 : 0)));
        }
        var written = WRITTEN.matcher(text);
        var matcher = written.matches() ? written : SHORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (var at = 0; at < 10; at++) {
            if (at != 4 && at != 7 && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> of(String text, int year, int month, int day) {
        return of(
                Integer.parseInt(text, year, year + 4, 10),
                Integer.parseInt(text, month, month + 2, 10),
                Integer.parseInt(text, day, day + 2, 10));
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
