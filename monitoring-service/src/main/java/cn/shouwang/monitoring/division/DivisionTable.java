package cn.shouwang.monitoring.division;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads `divisions-440233.csv`, rows `code,name,parent,kind` (statistics bureau, 2022-10-31).
final class DivisionTable {

    private static final List<Division> TRIAL = List.of(
            new Division("440233999", "测试镇", "440233", Division.Kind.TOWN),
            new Division("440233999997", "测试三村", "440233999", Division.Kind.VILLAGE),
            new Division("440233999998", "测试二村", "440233999", Division.Kind.VILLAGE),
            new Division("440233999999", "测试村", "440233999", Division.Kind.VILLAGE));

    private DivisionTable() {}

    static Divisions read(boolean withTrialTown) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DivisionTable.class.getResourceAsStream("/divisions-440233.csv")),
                StandardCharsets.UTF_8))) {
            var real = lines.lines().skip(1).map(DivisionTable::division);
            return new Divisions(Stream.concat(real, withTrialTown ? TRIAL.stream() : Stream.empty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Division division(String line) {
        var cells = line.split(",", -1);
        return new Division(cells[0], cells[1], cells[2], Division.Kind.valueOf(cells[3].toUpperCase(Locale.ROOT)));
    }
}
