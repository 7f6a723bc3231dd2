package cn.shouwang.monitoring.slip.sheet;

import cn.shouwang.monitoring.incentive.IncentiveRuleId;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.monitoring.slip.Computation.Line;
import cn.shouwang.monitoring.slip.Computation.Share;
import cn.shouwang.monitoring.slip.SlipId;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The slip of one household and year, if it lies within the caller's division.
@Component
class SlipSheet {

    /// `totalFen` is what the computations that stand pay together.
    record Entry(
            String household,
            String division,
            int year,
            List<Quantity> quantities,
            List<Computed> computations,
            long totalFen) {}

    /// A verified quantity; one with `revokedOn` counts no longer.
    record Quantity(
            int quantity,
            Unit unit,
            long amount,
            String source,
            String evidence,
            LocalDate on,
            @Nullable LocalDate revokedOn,
            @Nullable String reason) {}

    /// What a rule gave. One that `stands` was not replaced by a later one, which names it in `replaces`.
    record Computed(
            int computation,
            @Nullable Integer replaces,
            boolean stands,
            IncentiveRuleId rule,
            String title,
            List<Line> lines,
            long totalFen,
            LocalDate on) {}

    private final Listing rows;
    private final Listing households;
    private final Gate gate;

    SlipSheet(Views views, Gate gate) {
        this.rows = views.listing(SlipSheetProjection.NAME);
        this.households = views.listing("roster");
        this.gate = gate;
    }

    /// With nothing on it while nothing was verified for that year; [NotFound] when the household is not on the
    /// register.
    Entry of(SlipId slip) {
        var scope = gate.scope();
        return rows.one(scope, slip.toString())
                .map(SlipSheet::entry)
                .or(() -> households
                        .one(scope, slip.household().toString())
                        .map(row -> blank(slip, row.getString("division"))))
                .orElseThrow(NotFound::new);
    }

    private static Entry blank(SlipId slip, String division) {
        return new Entry(slip.household().toString(), division, slip.year(), List.of(), List.of(), 0);
    }

    static Entry entry(Document row) {
        var replaced = new HashSet<Integer>();
        parts(row, "computations", (_, part) -> replaced.add(part.getInteger("replaces")));
        var computations =
                parts(row, "computations", (number, part) -> computed(number, part, !replaced.contains(number)));
        return new Entry(
                row.getString("household"),
                row.getString("division"),
                row.getInteger("year"),
                parts(row, "quantities", SlipSheet::quantity),
                computations,
                computations.stream()
                        .filter(Computed::stands)
                        .mapToLong(Computed::totalFen)
                        .sum());
    }

    private static <T> List<T> parts(Document row, String field, BiFunction<Integer, Document, T> part) {
        return row.get(field, new Document()).entrySet().stream()
                .sorted(Comparator.comparing(entry -> Integer.valueOf(entry.getKey())))
                .map(entry -> part.apply(Integer.valueOf(entry.getKey()), (Document) entry.getValue()))
                .toList();
    }

    private static Quantity quantity(int number, Document row) {
        return new Quantity(
                number,
                Unit.valueOf(row.getString("unit")),
                row.getLong("amount"),
                row.getString("source"),
                Shown.WHOLE.in(row, "evidence"),
                LocalDate.parse(row.getString("on")),
                row.getString("revokedOn") == null ? null : LocalDate.parse(row.getString("revokedOn")),
                Shown.WHOLE.orNull(row, "reason"));
    }

    private static Computed computed(int number, Document row, boolean stands) {
        return new Computed(
                number,
                row.getInteger("replaces"),
                stands,
                IncentiveRuleId.of(row.getString("rule")),
                row.getString("title"),
                row.getList("lines", Document.class).stream()
                        .map(SlipSheet::line)
                        .toList(),
                row.getLong("totalFen"),
                LocalDate.parse(row.getString("on")));
    }

    private static Line line(Document row) {
        return new Line(
                row.getInteger("quantity"),
                row.getString("source"),
                LocalDate.parse(row.getString("on")),
                row.getLong("amount"),
                row.getInteger("version"),
                row.getList("shares", Document.class).stream()
                        .map(share -> new Share(
                                share.getLong("from"),
                                share.getLong("amount"),
                                share.getLong("rateFen"),
                                share.getLong("per")))
                        .toList(),
                row.getLong("amountFen"),
                row.getLong("cutFen"));
    }
}
