package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.RollJudge.Row;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.sheet.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of one household after another: it is taken whole or not at all.
///
/// A row that does not tell whose it is costs the household before it and the one behind it, since either
/// may lack that member.
final class Gathering {

    static final int MOST_MEMBERS = 50; // as one form may hold, see the register's door

    /// A row with its own verdict; `row` is there when it can be taken, `id` the cell as it came, empty when the
    /// row can be taken.
    record Judged(
            int number,
            Verdict verdict,
            int column,
            String id,
            @Nullable Row row) {}

    /// Told every row in its order, with what stands against it in the end; `because` is another row that is
    /// the reason, or 0.
    @FunctionalInterface
    interface Told {
        void row(Judged row, Verdict verdict, int because);
    }

    private final Predicate<String> scattered;
    private final Told told;
    private final Consumer<Entered> whole;
    private final List<Judged> rows = new ArrayList<>();
    private String number = "";
    private int spoiltBy;
    private int refused;

    Gathering(Predicate<String> scattered, Told told, Consumer<Entered> whole) {
        this.scattered = scattered;
        this.told = told;
        this.whole = whole;
    }

    /// A row of that household.
    void add(String household, Judged row) {
        if (!household.equals(number)) {
            finish();
            number = household;
        }
        rows.add(row);
    }

    /// A row of an unknown household; it was refused.
    void stray(Judged row) {
        spoiltBy = spoiltBy == 0 ? row.number() : spoiltBy;
        finish();
        told.row(row, row.verdict(), 0);
        spoiltBy = row.number();
    }

    /// How many households were refused.
    int refused() {
        return refused;
    }

    /// Decides about the household whose rows have come; also at the end of the file.
    void finish() {
        if (rows.isEmpty()) {
            return;
        }
        var bad = rows.stream().filter(row -> row.row() == null).findFirst();
        var because = bad.map(Judged::number).orElse(spoiltBy);
        var verdict = because > 0 ? Verdict.HOUSEHOLD_ROW_REFUSED : verdict();
        rows.forEach(
                row -> told.row(row, row.row() == null ? row.verdict() : verdict, row.row() == null ? 0 : because));
        if (verdict == Verdict.ACCEPTED) {
            whole.accept(entered());
        } else {
            refused++;
        }
        rows.clear();
        number = "";
        spoiltBy = 0;
    }

    private Verdict verdict() {
        if (scattered.test(number)) {
            return Verdict.HOUSEHOLD_SCATTERED;
        }
        if (rows.size() > MOST_MEMBERS) {
            return Verdict.HOUSEHOLD_TOO_LARGE;
        }
        if (differs()) {
            return Verdict.HOUSEHOLD_DIFFERS;
        }
        var heads = count(Relation.HEAD);
        if (heads != 1) {
            return heads == 0 ? Verdict.HOUSEHOLD_NO_HEAD : Verdict.HOUSEHOLD_HEADS;
        }
        return count(Relation.SPOUSE) > 1 ? Verdict.HOUSEHOLD_SPOUSES : Verdict.ACCEPTED;
    }

    private boolean differs() {
        var places = new HashSet<String>();
        people().forEach(row -> places.add(row.village() + row.type()));
        return places.size() > 1;
    }

    private long count(Relation relation) {
        return people().stream()
                .filter(row -> row.person().relation() == relation)
                .count();
    }

    private List<Row> people() {
        return rows.stream().map(Judged::row).filter(Objects::nonNull).toList();
    }

    private Entered entered() {
        var people = people();
        var head = people.stream()
                .filter(row -> row.person().relation() == Relation.HEAD)
                .findFirst()
                .orElseThrow();
        return new Entered(
                rows.getFirst().number(),
                head.household(),
                head.village(),
                head.type(),
                head.address(),
                head.phone(),
                people.stream()
                        .map(row -> new Entered.Member(row.number(), row.person()))
                        .toList());
    }
}
