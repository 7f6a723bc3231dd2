package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.dataset.Column.Part;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the columns of a dataset stand in a file, and how many there are; `titles` by part, as they are
/// written there.
record Header(Map<Part, Integer> places, Map<Part, String> titles, int count) {

    /// Above the row of titles there may be a name of the table and a line about it.
    static final int LATEST_ROW = 10;

    /// The row's titles if every needed column is among them; `dataset.columns-twice` when one is there
    /// twice.
    static Optional<Header> of(Dataset dataset, Line line) {
        var parts = new HashMap<String, Part>();
        dataset.columns().forEach(column -> column.names().forEach(name -> parts.put(name, column.part())));
        var places = new EnumMap<Part, Integer>(Part.class);
        var titles = new EnumMap<Part, String>(Part.class);
        var twice = false;
        for (var index = 0; index < line.count(); index++) {
            var title = title(line.cell(index));
            var part = parts.get(title);
            if (part != null) {
                twice |= places.put(part, index) != null;
                titles.put(part, title);
            }
        }
        var complete = dataset.columns().stream()
                .filter(Column::required)
                .allMatch(column -> places.containsKey(column.part()));
        if (complete && twice) {
            throw new RuleBroken("dataset.columns-twice", "a column that is read is there twice");
        }
        return complete ? Optional.of(new Header(places, titles, line.filled())) : Optional.empty();
    }

    /// -1 where the file has no such column.
    int place(Part part) {
        return places.getOrDefault(part, -1);
    }

    String titleOf(Part part) {
        return titles.getOrDefault(part, "");
    }

    private static String title(String cell) {
        return Plain.text(cell).replaceAll("[\\s*:]|\\(.*\\)", "");
    }
}
