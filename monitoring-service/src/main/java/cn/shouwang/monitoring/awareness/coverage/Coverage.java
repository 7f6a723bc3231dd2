package cn.shouwang.monitoring.awareness.coverage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.awareness.SheetKind;
import cn.shouwang.monitoring.awareness.TrainingKind;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Trainings and the reach of the sheets within the caller's division.
@Component
class Coverage {

    /// A training; `evidence` refers to the papers.
    record Training(String division, TrainingKind kind, String topic, int attendees, String evidence, LocalDate on) {}

    /// A village's sheets: how many households have one, of how many it is for; `percent` to one decimal,
    /// rounded down and at most 100, absent where it is for none.
    record Sheets(
            String division,
            SheetKind kind,
            long households,
            long of,
            @Nullable BigDecimal percent) {}

    private final Listing trainings;
    private final Listing villages;
    private final Gate gate;

    Coverage(Views views, Gate gate) {
        this.trainings = views.listing(TrainingListProjection.NAME);
        this.villages = views.listing(CoverageProjection.NAME);
        this.gate = gate;
    }

    /// The latest first.
    Page<Training> trainings(@Nullable TrainingKind kind, @Nullable String division, PageQuery page) {
        var filter = and(kind == null ? empty() : eq("kind", kind.name()), within(division));
        return trainings.page(gate.scope(), filter, descending("on", "_id"), page, Coverage::training);
    }

    /// Village by village.
    Page<Sheets> villages(SheetKind kind, @Nullable String division, PageQuery page) {
        return villages.page(gate.scope(), within(division), ascending("division"), page, row -> sheets(row, kind));
    }

    /// The same, summed by what lies in `digits` of the code: 9 a town, 6 the county.
    Page<Sheets> summed(SheetKind kind, @Nullable String division, int digits, PageQuery page) {
        var sums = new TreeMap<String, Sheets>();
        villages.each(gate.scope(), within(division), row -> {
            var village = sheets(row, kind);
            sums.merge(village.division().substring(0, digits), village, Coverage::plus);
        });
        var rows = sums.entrySet().stream()
                .map(sum -> sheets(
                        sum.getKey(),
                        kind,
                        sum.getValue().households(),
                        sum.getValue().of()))
                .skip(page.skip())
                .limit(page.size())
                .toList();
        return new Page<>(rows, sums.size(), page.page(), page.size());
    }

    private static Bson within(@Nullable String division) {
        return Places.within(division);
    }

    private static Sheets plus(Sheets one, Sheets other) {
        return sheets(one.division(), one.kind(), one.households() + other.households(), one.of() + other.of());
    }

    static Sheets sheets(Document row, SheetKind kind) {
        var counted = row.get("sheets", new Document()).get(kind.name(), new Document());
        var of =
                switch (kind) {
                    case APPLICATION_SHEET -> row.get("registered", 0);
                    case POLICY_SHEET -> row.get("monitored", 0);
                };
        return sheets(row.getString("division"), kind, counted.get("households", 0), of);
    }

    private static Sheets sheets(String division, SheetKind kind, long households, long of) {
        return new Sheets(division, kind, households, of, percent(households, of));
    }

    private static @Nullable BigDecimal percent(long households, long of) {
        return of == 0
                ? null
                : BigDecimal.valueOf(100 * Math.min(households, of))
                        .divide(BigDecimal.valueOf(of), 1, RoundingMode.DOWN);
    }

    private static Training training(Document row) {
        return new Training(
                row.getString("division"),
                TrainingKind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getInteger("attendees"),
                row.getString("evidence"),
                LocalDate.parse(row.getString("on")));
    }
}
