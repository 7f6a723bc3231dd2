package cn.shouwang.bench.log;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Figures of the same thing from several rounds.
record Spread(List<Double> figures) {

    double median() {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// Figure by figure of the same round: the machine is as busy for both.
    Spread over(Spread other) {
        return new Spread(IntStream.range(0, figures.size())
                .mapToObj(round -> figures.get(round) / other.figures.get(round))
                .toList());
    }

    /// Median, lowest and highest, without decimals.
    String whole() {
        return text("%,.0f (%,.0f–%,.0f)");
    }

    /// Median, lowest and highest, with two decimals.
    String ratio() {
        return text("%.2f (%.2f–%.2f)");
    }

    private String text(String form) {
        var extremes = figures.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(Locale.ROOT, form, median(), extremes.getMin(), extremes.getMax());
    }
}
