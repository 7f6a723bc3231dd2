package cn.shouwang.monitoring.line.whatif;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.line.Basis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A household as it was known on a day: its latest assessed income not after that day, per head by
/// basis, and the category it was monitored in, if it was.
record Assessed(
        String household,
        String division,
        BaseType baseType,
        LocalDate assessedOn,
        Document perHeadFen,
        @Nullable Category monitoredAs) {

    /// Empty when its income was not assessed by then.
    static Optional<Assessed> on(LocalDate day, Document row) {
        return until(day, row, "incomes").stream()
                .reduce(Assessed::laterOf)
                .map(income -> new Assessed(
                        row.getString("_id"),
                        row.getString("division"),
                        BaseType.valueOf(row.getString("baseType")),
                        LocalDate.parse(income.getString("on")),
                        income,
                        monitored(until(day, row, "monitored"))));
    }

    long perHeadFen(Basis basis) {
        return perHeadFen.getLong(basis.name());
    }

    private static List<Document> until(LocalDate day, Document row, String field) {
        return row.getList(field, Document.class, List.of()).stream()
                .filter(entry -> !LocalDate.parse(entry.getString("on")).isAfter(day))
                .toList();
    }

    /// Of one day, the one that was recorded last.
    private static Document laterOf(Document one, Document next) {
        return next.getString("on").compareTo(one.getString("on")) >= 0 ? next : one;
    }

    private static @Nullable Category monitored(List<Document> turns) {
        Category before = null;
        Category now = null;
        for (var turn : turns) {
            var as = turn.getString("as");
            now = as == null ? null : as.equals(AssessedProjection.BACK) ? before : Category.valueOf(as);
            before = now == null ? before : now;
        }
        return now;
    }
}
