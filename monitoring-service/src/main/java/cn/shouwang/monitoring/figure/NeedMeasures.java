package cn.shouwang.monitoring.figure;

import java.util.List;

/// What KPI08 and KPI09 count of one household by what its last visit found.
final class NeedMeasures {

    /// Shares of the line in percent at which bands of income end.
    private static final List<Integer> BANDS = List.of(50, 100, 150, 200);

    private static final int PERCENT = 100;

    private NeedMeasures() {}

    /// KPI08, over active households: `at-or-below-line` and `above-line` part them, as do the bands, each
    /// named by the percent of the line up to which it goes. `yuan-per-head` and `gain-yuan-per-head` are
    /// whole yuan, the second only where the household was visited again. `block-yuan.<block>` sums the yuan a year
    /// that count in a block of the sheet, what is paid out among them.
    static void income(Life life, Seen seen, Tally tally) {
        if (!life.isActive()) {
            return;
        }
        var below = seen.perHeadFen() <= life.lineFen();
        tally.count(life.village(), below ? "at-or-below-line" : "above-line", life.persons());
        tally.count(life.village(), "band." + band(seen.perHeadFen(), life.lineFen()), life.persons());
        tally.count(life.village(), "baseType." + life.baseType(), life.persons());
        tally.sample(life.village(), "yuan-per-head", yuan(seen.perHeadFen()));
        seen.blocksFen().forEach((block, fen) -> tally.add(life.village(), "block-yuan." + block, yuan(fen)));
        seen.gainFen().ifPresent(gain -> tally.sample(life.village(), "gain-yuan-per-head", yuan(gain)));
    }

    /// KPI09, over active households: one counts under each thing that is wanting, `secure` when nothing is.
    static void guarantees(Life life, Seen seen, Tally tally) {
        if (!life.isActive()) {
            return;
        }
        when(seen.housing(), life, "housing", tally);
        when(seen.schooling(), life, "out-of-school", tally);
        when(seen.water(), life, "water", tally);
        when(seen.insurance(), life, "uninsured", tally);
        when(!seen.housing() && !seen.schooling() && !seen.water() && !seen.insurance(), life, "secure", tally);
    }

    static String band(long fen, long lineFen) {
        return BANDS.stream()
                .filter(percent -> fen * PERCENT <= lineFen * percent)
                .findFirst()
                .map(percent -> "to-" + percent)
                .orElse("beyond-" + BANDS.getLast());
    }

    private static void when(boolean holds, Life life, String measure, Tally tally) {
        if (holds) {
            tally.count(life.village(), measure, life.persons());
        }
    }

    private static int yuan(long fen) {
        return Math.toIntExact(fen / PERCENT);
    }
}
