package cn.shouwang.monitoring.income.assessment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a household's incomes and the decisions on them came about, if it lies within the caller's
/// division.
@Component
class Assessments {

    /// Incomes and decisions in the order in which they were recorded.
    record Whole(
            String household, String division, BaseType baseType, List<Assessed> incomes, List<Decided> decisions) {}

    /// One assessment: every item with whether it counts and why not, the sums, and the editions
    /// used. `differences` is empty when it comes out the same again (rule M8).
    record Assessed(
            Occasion occasion,
            int cycle,
            LocalDate on,
            long selfPaidFen,
            Income income,
            List<Difference> differences) {}

    /// One decision: the line it used and what was compared with it. `category` is absent of a
    /// removal. `differences` is empty when it comes out the same again from the income assessed
    /// for it and the version of the line it names (rule M15).
    record Decided(
            Occasion occasion,
            int cycle,
            LocalDate on,
            String number,
            @Nullable Category category,
            String lineVersion,
            long lineFen,
            long incomePerHeadFen,
            List<Difference> differences) {}

    private final Listing rows;
    private final Gate gate;
    private final Recomputation recomputation;

    Assessments(Views views, Gate gate, Recomputation recomputation) {
        this.rows = views.listing(AssessmentProjection.NAME);
        this.gate = gate;
        this.recomputation = recomputation;
    }

    Optional<Whole> of(HouseholdId household) {
        return rows.one(gate.scope(), household.toString()).map(this::whole);
    }

    private Whole whole(Document row) {
        return new Whole(
                row.getString("_id"),
                row.getString("division"),
                BaseType.valueOf(row.getString("baseType")),
                row.getList("incomes", Document.class, List.of()).stream()
                        .map(income -> assessed(income, row.getString("division")))
                        .toList(),
                row.getList("decisions", Document.class, List.of()).stream()
                        .map(decision -> decided(decision, row))
                        .toList());
    }

    private Assessed assessed(Document entry, String village) {
        var income = IncomeRow.income(entry.get("income", Document.class));
        var selfPaidFen = entry.getLong("selfPaidFen");
        return new Assessed(
                Occasion.valueOf(entry.getString("occasion")),
                entry.getInteger("cycle"),
                LocalDate.parse(entry.getString("on")),
                selfPaidFen,
                income,
                recomputation.of(income, village, selfPaidFen));
    }

    private Decided decided(Document entry, Document row) {
        var category = entry.getString("category");
        return new Decided(
                Occasion.valueOf(entry.getString("occasion")),
                entry.getInteger("cycle"),
                LocalDate.parse(entry.getString("on")),
                entry.getString("number"),
                category == null ? null : Category.valueOf(category),
                entry.getString("version"),
                entry.getLong("lineFen"),
                entry.getLong("incomePerHeadFen"),
                recomputation.of(entry, row));
    }
}
