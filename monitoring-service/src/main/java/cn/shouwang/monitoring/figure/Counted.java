package cn.shouwang.monitoring.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The figures as tables take them.
@Component
public class Counted {

    /// A line of an indicator: how many of `measure` in the place, the people behind them where that makes
    /// sense, and the edition of the definition.
    public record Row(
            String division,
            String place,
            String measure,
            long amount,
            @Nullable Long persons,
            String definition) {}

    private final Figures figures;
    private final Clock clock;

    Counted(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /// The lines of indicator `code`, e.g. `KPI01`, for a place of the caller's and the places in it.
    public List<Row> lines(String code, String division) {
        return figures.of(Code.valueOf(code), division, LocalDate.now(clock)).stream()
                .map(line -> new Row(
                        line.division(),
                        line.place(),
                        line.measure(),
                        line.amount(),
                        line.persons(),
                        line.definition()))
                .toList();
    }
}
