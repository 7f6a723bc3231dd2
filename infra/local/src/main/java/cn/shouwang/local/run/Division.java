package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A division of the county: `kind` is `county`, `town`, `village` or `community`; the last two carry the
/// name of their committee.
record Division(String code, String name, String kind) {

    private static final Path TABLE = Path.of("monitoring-service/src/main/resources/divisions-440233.csv");
    private static final String HEADER = "code,name,parent,kind";

    /// The official table that the monitoring service carries; empty when the service is not in the checkout.
    ///
    /// @throws IllegalStateException when the table is not in the form of its header
    static List<Division> in(Path home) {
        var table = home.resolve(TABLE);
        if (Files.notExists(table)) {
            return List.of();
        }
        try {
            var lines = Files.readAllLines(table);
            if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
                throw new IllegalStateException(TABLE + ": the first line is not " + HEADER);
            }
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Division::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }

    private static Division read(String line) {
        var columns = line.split(",", -1);
        if (columns.length != 4 || !columns[0].matches("\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalStateException(TABLE + ": " + line);
        }
        return new Division(columns[0], columns[1], columns[3]);
    }

    /// The place rather than its committee: 寨下村委会 is 寨下村, 马头居委会 is 马头社区.
    String place() {
        return name.replaceFirst("村委会$", "村").replaceFirst("(社区)?居委会$", "社区");
    }
}
