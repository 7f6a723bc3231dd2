package cn.shouwang.monitoring.income;

import java.time.LocalDate;
import java.util.List;

/// What a family told and showed of its income from day `from` to day `to`; the sums are ours to
/// make.
///
/// `claimFen` is what insurance paid out to it (理赔): no income, but it makes good what illness or
/// disaster took, so it counts in the reference income.
public record Sheet(LocalDate from, LocalDate to, List<Figure> figures, long claimFen) {

    public Sheet {
        figures = List.copyOf(figures);
    }
}
