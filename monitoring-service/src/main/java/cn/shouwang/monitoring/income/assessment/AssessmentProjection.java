package cn.shouwang.monitoring.income.assessment;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.identification.Decision.LineUsed;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `assessments`, one row per household with a case: `{_id: household, division, baseType,
/// incomes: [{occasion, cycle, position, on, selfPaidFen, income}], decisions: [{occasion, cycle,
/// position, on, number, category?, version, lineFen, incomePerHeadFen}]}`, both in the order in
/// which they were recorded.
///
/// `occasion` is IDENTIFICATION or REMOVAL, `income` as [IncomeRow] writes it, `version` that of
/// the line. Days are ISO text, amounts fen.
@Component
class AssessmentProjection implements Projection {

    static final String NAME = "assessments";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(IdentificationEvent.class, RemovalEvent.class);
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case IdentificationOpened opened ->
                rows.advance(
                        opened.household().toString(),
                        combine(
                                set("division", opened.division()),
                                set("baseType", opened.baseType().name())));
            case HouseholdVisited visited ->
                rows.advance(
                        visited.household().toString(),
                        income(
                                head(Occasion.IDENTIFICATION, visited.cycle(), recorded, visited.on()),
                                visited.visit()));
            case ExitVisited visited ->
                rows.advance(
                        visited.household().toString(),
                        income(
                                head(Occasion.REMOVAL, visited.cycle(), recorded, visited.on()),
                                visited.visit().visit()));
            case HouseholdDetermined determined ->
                rows.advance(determined.household().toString(), decision(determined, recorded));
            case RiskRemoved removed -> rows.advance(removed.household().toString(), decision(removed, recorded));
            default -> {} // neither assesses nor decides
        }
    }

    private static Document head(Occasion occasion, int cycle, Recorded recorded, LocalDate on) {
        return new Document("occasion", occasion.name())
                .append("cycle", cycle)
                .append("position", recorded.position())
                .append("on", on.toString());
    }

    private static Bson income(Document head, Visit visit) {
        return push(
                "incomes",
                head.append("selfPaidFen", visit.selfPaidFen()).append("income", IncomeRow.of(visit.income())));
    }

    private static Bson decision(HouseholdDetermined determined, Recorded recorded) {
        var decision = determined.decision();
        var head = head(Occasion.IDENTIFICATION, determined.cycle(), recorded, determined.on())
                .append("number", decision.number())
                .append("category", decision.finding().category().name());
        return push("decisions", against(head, decision.line(), decision.incomePerHeadFen()));
    }

    private static Bson decision(RiskRemoved removed, Recorded recorded) {
        var head = head(Occasion.REMOVAL, removed.cycle(), recorded, removed.on())
                .append("number", removed.decisionNo())
                .append("category", null);
        return push("decisions", against(head, removed.line(), removed.incomePerHeadFen()));
    }

    private static Document against(Document head, LineUsed line, long incomePerHeadFen) {
        return head.append("version", line.version())
                .append("lineFen", line.amountFen())
                .append("incomePerHeadFen", incomePerHeadFen);
    }
}
