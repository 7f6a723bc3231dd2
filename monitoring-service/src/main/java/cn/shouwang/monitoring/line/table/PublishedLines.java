package cn.shouwang.monitoring.line.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The lines in force, read from the table.
@Component
class PublishedLines implements Lines {

    private final Lookup lines;

    @Autowired
    PublishedLines(Views views) {
        this(views.lookup(LineTableProjection.NAME));
    }

    PublishedLines(Lookup lines) {
        this.lines = lines;
    }

    @Override
    public InForce inForce(String division, LocalDate on) {
        return areas(division)
                .flatMap(area -> latest(area, on).stream())
                .findFirst()
                .map(row -> new InForce(
                        row.getString("_id"),
                        row.getLong("amountFen"),
                        row.getBoolean("inclusive"),
                        Basis.valueOf(row.getString("basis"))))
                .orElseThrow(() -> new RuleBroken(
                        "line.not-published", "no income line is in force in %s on %s".formatted(division, on)));
    }

    /// The place itself and what it lies in, nearest first.
    static Stream<String> areas(String division) {
        return Stream.of(12, 9, 6)
                .filter(digits -> digits <= division.length())
                .map(digits -> division.substring(0, digits));
    }

    private Optional<Document> latest(String area, LocalDate on) {
        var begun = and(eq("division", area), lte("effectiveFrom", on.toString()));
        return lines.find(begun, descending("year", "sequence"), 1).stream().findFirst();
    }
}
