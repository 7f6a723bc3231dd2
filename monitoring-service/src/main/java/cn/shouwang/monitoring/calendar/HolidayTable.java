package cn.shouwang.monitoring.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;

/// Reads `holidays.csv`: comment lines `# <year> <notice>` name the covered years and their source,
/// then rows `date,name,off`.
final class HolidayTable {

    private HolidayTable() {}

    static WorkingDays read(String resource) {
        var worked = new HashMap<LocalDate, Boolean>();
        var years = new HashSet<Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HolidayTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                if (line.matches("# \\d{4} .*")) {
                    years.add(Integer.parseInt(line, 2, 6, 10));
                } else if (Character.isDigit(line.charAt(0))) {
                    var cells = line.split(",", -1);
                    worked.put(LocalDate.parse(cells[0]), !Boolean.parseBoolean(cells[2]));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkingDays(worked, years);
    }
}
