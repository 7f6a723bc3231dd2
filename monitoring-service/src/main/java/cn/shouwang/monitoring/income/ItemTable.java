package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.calendar.Editions;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which items there are and where and when each counts, in dated editions (rule M15).
///
/// Two national forms disagree about some items, so whether one counts is data, not arithmetic.
public final class ItemTable {

    /// One edition of the table; `source` says which documents it follows.
    public record Edition(LocalDate from, String source, List<Row> rows) implements Editions.Dated {

        public Edition {
            rows = List.copyOf(rows);
        }

        /// What the table says of an item at a place: the row of the nearest area that has one.
        Optional<Row> row(String code, String place) {
            return rows.stream()
                    .filter(row -> row.code().equals(code) && place.startsWith(row.jurisdiction()))
                    .max(Comparator.comparingInt(row -> row.jurisdiction().length()));
        }

        /// Every item as it stands at a place, in the order of the table.
        List<Row> at(String place) {
            var items = new LinkedHashMap<String, Row>();
            rows.forEach(row -> row(row.code(), place).ifPresent(nearest -> items.put(row.code(), nearest)));
            return List.copyOf(items.values());
        }
    }

    /// One item at `jurisdiction` (a division's code, empty for everywhere). It counts for figures
    /// of days from `countedFrom` to `countedTo`, each absent when open, or `never`.
    public record Row(
            String code,
            Block block,
            String jurisdiction,
            boolean never,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate countedTo,
            String term,
            String english,
            String source) {

        /// Whether a figure of those days counts. Refuses with `income.period-straddles` one of
        /// days of both kinds: which part counts only whoever collected it can tell.
        Standing standing(LocalDate from, LocalDate to) {
            if (never) {
                return Standing.NEVER_COUNTED;
            }
            if (countedFrom != null && to.isBefore(countedFrom)) {
                return Standing.NOT_YET_COUNTED;
            }
            if (countedTo != null && from.isAfter(countedTo)) {
                return Standing.NO_LONGER_COUNTED;
            }
            var beginsEarlier = countedFrom != null && from.isBefore(countedFrom);
            var endsLater = countedTo != null && to.isAfter(countedTo);
            if (beginsEarlier || endsLater) {
                throw new RuleBroken("income.period-straddles", "%s counts for a part of the days".formatted(code));
            }
            return Standing.COUNTED;
        }
    }

    private final List<Edition> editions;

    ItemTable(List<Edition> editions) {
        this.editions = Editions.inOrder(editions);
        this.editions.forEach(ItemTable::mustBeSound);
    }

    /// The table shipped with the service.
    public static ItemTable shipped() {
        return ItemTableFile.read("/income-items.csv");
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }

    /// The edition that begins on that day.
    Optional<Edition> edition(LocalDate from) {
        return editions.stream().filter(edition -> edition.from().equals(from)).findFirst();
    }

    /// An item belongs to one block wherever it counts, and a place has one row of it.
    private static void mustBeSound(Edition edition) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        edition.rows().forEach(row -> {
            var other = blocks.putIfAbsent(row.code(), row.block());
            if (other != null && other != row.block()) {
                throw new IllegalArgumentException("item " + row.code() + " belongs to two blocks");
            }
        });
        if (edition.rows().stream()
                        .map(row -> row.code() + "@" + row.jurisdiction())
                        .distinct()
                        .count()
                < edition.rows().size()) {
            throw new IllegalArgumentException("an item stands twice for one place");
        }
    }
}
