package cn.shouwang.monitoring.quality.worklist;

import static com.mongodb.client.model.Filters.empty;

import cn.shouwang.monitoring.quality.IssueState;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many issues there are of each rule in each place below the caller's, and how long putting
/// one right takes: indicator KPI23 of the yearly evaluation.
///
/// Reads every issue within the division, one row at a time; figures are never kept beside the
/// rows.
@Component
class Summary {

    /// One rule in one town, or for a town in one village. `open` and `assigned` wait, `overdue` of
    /// the assigned ones are past their day. `medianFixDays` are calendar days from found to gone,
    /// the middle one of all that were fixed, absent while none was; of an even number the mean of
    /// the two middle ones.
    record Line(
            RuleId rule,
            String division,
            int open,
            int assigned,
            int overdue,
            int fixed,
            int explained,
            @Nullable Double medianFixDays) {}

    private static final int TOWN_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;

    Summary(Views views, Gate gate, Clock clock) {
        this.rows = views.listing(IssueListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
    }

    Page<Line> page(PageQuery page) {
        var scope = gate.scope();
        var digits = scope.division().length() < TOWN_DIGITS ? TOWN_DIGITS : VILLAGE_DIGITS;
        var lines = lines(row -> rows.each(scope, empty(), row), digits, LocalDate.now(clock));
        var shown = lines.stream().skip(page.skip()).limit(page.size()).toList();
        return new Page<>(shown, lines.size(), page.page(), page.size());
    }

    /// Of the rows that `all` hands over, by the first `digits` of their division.
    static List<Line> lines(Consumer<Consumer<Document>> all, int digits, LocalDate today) {
        var tallies = new TreeMap<String, Tally>();
        all.accept(row -> {
            var rule = row.getString("rule");
            var division = row.getString("division").substring(0, digits);
            tallies.computeIfAbsent(rule + division, _ -> new Tally(RuleId.valueOf(rule), division))
                    .add(row, today);
        });
        return tallies.values().stream().map(Tally::line).toList();
    }

    /// Counts one line.
    private static final class Tally {

        private final RuleId rule;
        private final String division;
        private final Map<IssueState, Integer> states = new EnumMap<>(IssueState.class);
        private final List<Long> fixDays = new ArrayList<>();
        private int overdue;

        Tally(RuleId rule, String division) {
            this.rule = rule;
            this.division = division;
        }

        void add(Document row, LocalDate today) {
            var state = IssueState.valueOf(row.getString("state"));
            states.merge(state, 1, Integer::sum);
            var dueOn = row.getString("dueOn");
            if (state == IssueState.ASSIGNED
                    && dueOn != null
                    && LocalDate.parse(dueOn).isBefore(today)) {
                overdue++;
            }
            if (state == IssueState.FIXED) {
                fixDays.add(ChronoUnit.DAYS.between(
                        LocalDate.parse(row.getString("foundOn")), LocalDate.parse(row.getString("closedOn"))));
            }
        }

        Line line() {
            return new Line(
                    rule,
                    division,
                    states.getOrDefault(IssueState.OPEN, 0),
                    states.getOrDefault(IssueState.ASSIGNED, 0),
                    overdue,
                    states.getOrDefault(IssueState.FIXED, 0),
                    states.getOrDefault(IssueState.EXPLAINED, 0),
                    median());
        }

        private @Nullable Double median() {
            if (fixDays.isEmpty()) {
                return null;
            }
            fixDays.sort(Comparator.naturalOrder());
            var middle = fixDays.size() / 2;
            return fixDays.size() % 2 == 1
                    ? (double) fixDays.get(middle)
                    : (fixDays.get(middle - 1) + fixDays.get(middle)) / 2.0;
        }
    }
}
