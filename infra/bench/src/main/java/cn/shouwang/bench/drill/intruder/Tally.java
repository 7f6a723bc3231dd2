package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts attacks, answers and findings, family by family. Any number of threads may count.
final class Tally {

    private final Map<Family, Row> rows = new EnumMap<>(Family.class);
    private final Row afterwards = new Row();

    private static final class Row {
        int attacks;
        final int[] answers = new int[6]; // by hundreds; 0 is no answer
        int tooMany;
        final Map<Kind, Integer> findings = new EnumMap<>(Kind.class);

        int of(Kind kind) {
            return findings.getOrDefault(kind, 0);
        }
    }

    synchronized void attack(Family family, int status, List<Finding> findings) {
        var row = rows.computeIfAbsent(family, _ -> new Row());
        row.attacks++;
        row.answers[Math.min(5, status / 100)]++;
        if (status == 429) {
            row.tooMany++;
        }
        findings.forEach(finding -> row.findings.merge(finding.kind(), 1, Integer::sum));
    }

    /// Findings that belong to no attack; to a family where one is given.
    synchronized void found(@Nullable Family family, List<Finding> findings) {
        var row = family == null ? afterwards : rows.computeIfAbsent(family, _ -> new Row());
        findings.forEach(finding -> row.findings.merge(finding.kind(), 1, Integer::sum));
    }

    synchronized int attacks() {
        return rows.values().stream().mapToInt(row -> row.attacks).sum();
    }

    synchronized int of(Kind kind) {
        return afterwards.of(kind)
                + rows.values().stream().mapToInt(row -> row.of(kind)).sum();
    }

    synchronized int tooMany(Family family) {
        var row = rows.get(family);
        return row == null ? 0 : row.tooMany;
    }

    boolean isGood() {
        return Arrays.stream(Kind.values()).allMatch(kind -> of(kind) == 0);
    }

    /// A heading and a line per family.
    synchronized List<String> table() {
        var table = new ArrayList<String>();
        table.add(row(
                "family", "attacks", "2xx", "3xx", "4xx", "429", "5xx", "none", "leaked", "fault", "let in", "form",
                "damage"));
        rows.forEach((family, row) -> table.add(line(family.words(), row)));
        table.add(line("事后 afterwards", afterwards));
        return table;
    }

    /// The last line.
    synchronized String verdict() {
        return "intruder: %d attacks, leaked %d, 5xx %d".formatted(attacks(), of(Kind.LEAKED), of(Kind.FAULT));
    }

    private static String line(String name, Row row) {
        return row(
                name,
                row.attacks,
                row.answers[2],
                row.answers[3],
                row.answers[4],
                row.tooMany,
                row.answers[5],
                row.answers[0],
                row.of(Kind.LEAKED),
                row.of(Kind.FAULT),
                row.of(Kind.LET_IN),
                row.of(Kind.FORM),
                row.of(Kind.DAMAGE));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %-18s %7s %6s %6s %6s %6s %6s %6s %7s %6s %6s %6s %6s", cells);
    }
}
