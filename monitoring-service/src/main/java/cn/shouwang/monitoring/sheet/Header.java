package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where the columns that are read stand in a file, and how many there are; `titles` as they are written
/// there. `P` tells what a column is for.
public record Header<P extends Enum<P>>(Map<P, Integer> places, Map<P, String> titles, int count) {

    /// Above the row of titles there may be a name of the table and a line about it.
    public static final int LATEST_ROW = 10;

    /// The row's titles if all that is needed is among them; `dataset.columns-twice` when one that is read is
    /// there twice. `names` are the titles under which each column is known.
    public static <P extends Enum<P>> Optional<Header<P>> of(
            Class<P> parts, Map<String, P> names, Predicate<Set<P>> isComplete, Line line) {
        var places = new EnumMap<P, Integer>(parts);
        var titles = new EnumMap<P, String>(parts);
        var twice = false;
        for (var index = 0; index < line.count(); index++) {
            var title = title(line.cell(index));
            var part = names.get(title);
            if (part != null) {
                twice |= places.put(part, index) != null;
                titles.put(part, title);
            }
        }
        var complete = isComplete.test(places.keySet());
        if (complete && twice) {
            throw new RuleBroken("dataset.columns-twice", "a column that is read is there twice");
        }
        return complete ? Optional.of(new Header<>(places, titles, line.filled())) : Optional.empty();
    }

    /// -1 where the file has no such column.
    public int place(P part) {
        return places.getOrDefault(part, -1);
    }

    /// The title above a column that is read, empty above any other.
    public String titleAt(int index) {
        return places.entrySet().stream()
                .filter(place -> place.getValue() == index)
                .map(place -> titles.getOrDefault(place.getKey(), ""))
                .findFirst()
                .orElse("");
    }

    private static String title(String cell) {
        return Plain.text(cell).replaceAll("[\\s*:]|\\(.*\\)", "");
    }
}
