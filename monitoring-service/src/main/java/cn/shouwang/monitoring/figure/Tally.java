package cn.shouwang.monitoring.figure;

import cn.shouwang.monitoring.division.Division;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts by place and measure, for one place and those directly in it.
///
/// What is counted in a village is counted in every place that holds it, so totals are the sums of their
/// parts by construction (rule R5); only distributions, like a median, are not.
final class Tally {

    private record Cell(String division, String measure) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            return BY_PLACE.compare(this, other);
        }
    }

    private static final Comparator<Cell> BY_PLACE =
            Comparator.comparing(Cell::division).thenComparing(Cell::measure);

    private static final class Sum {
        private long amount;
        private @Nullable Long persons;
    }

    private final Map<String, String> places = new TreeMap<>();
    private final Map<Cell, Sum> sums = new TreeMap<>();
    private final Map<Cell, List<Integer>> samples = new TreeMap<>();

    Tally(Division whole, List<Division> parts) {
        places.put(whole.code(), whole.name());
        parts.forEach(part -> places.put(part.code(), part.name()));
    }

    /// Adds one, and the people behind it, in `village`.
    void count(String village, String measure, @Nullable Integer persons) {
        forEach(village, place -> {
            var sum = sums.computeIfAbsent(new Cell(place, measure), _ -> new Sum());
            sum.amount++;
            if (persons != null) {
                sum.persons = (sum.persons == null ? 0 : sum.persons) + persons;
            }
        });
    }

    /// Adds what was counted elsewhere in `village`.
    void add(String village, String measure, long amount) {
        forEach(village, place -> sums.computeIfAbsent(new Cell(place, measure), _ -> new Sum()).amount += amount);
    }

    /// Adds one value of a distribution, whose median and 90th percentile become lines.
    void sample(String village, String measure, int value) {
        forEach(village, place -> samples.computeIfAbsent(new Cell(place, measure), _ -> new ArrayList<>())
                .add(value));
    }

    /// The lines in the order of places and measures.
    List<Line> lines(Code code, Lists lists) {
        samples.forEach((cell, values) -> {
            values.sort(Integer::compare);
            put(cell, ".median", nearestRank(values, 50));
            put(cell, ".p90", nearestRank(values, 90));
        });
        samples.clear();
        return sums.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().division(),
                        place(entry.getKey()),
                        entry.getKey().measure(),
                        entry.getValue().amount,
                        entry.getValue().persons,
                        lists.of(entry.getKey().measure(), entry.getKey().division()),
                        code.definition()))
                .toList();
    }

    /// The list that holds what a measure counted in a place.
    interface Lists {

        String of(String measure, String division);
    }

    /// The smallest value that at least `percent` of all do not exceed.
    static int nearestRank(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private String place(Cell cell) {
        return Objects.requireNonNull(places.get(cell.division()));
    }

    private void put(Cell cell, String suffix, int value) {
        var sum = new Sum();
        sum.amount = value;
        sums.put(new Cell(cell.division(), cell.measure() + suffix), sum);
    }

    private void forEach(String village, Consumer<String> place) {
        places.keySet().stream().filter(village::startsWith).forEach(place);
    }
}
