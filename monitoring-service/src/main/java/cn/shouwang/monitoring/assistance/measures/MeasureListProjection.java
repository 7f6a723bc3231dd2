package cn.shouwang.monitoring.assistance.measures;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.assistance.MeasureId;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `measures`, one row per measure: `{_id, division, household, cycle, family, developmental, subItem,
/// risk, members, policy?, provider, start, plannedEnd?, amountFen, unit, fundingSource, plannedOn, state,
/// approvedOn?, deliveredFen, firstOn?, lastOn?, endedOn?}`.
///
/// `state` is PLANNED, APPROVED, IN_PROGRESS, COMPLETED or CANCELLED; `subItem` is sealed, other words are
/// not in the row; days are ISO text.
@Component
class MeasureListProjection implements Projection {

    static final String NAME = "measures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(AssistanceEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-plannedOn"), Index.on("state", "division", "-plannedOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case MeasurePlanned planned -> rows.advance(id(planned.measure()), planned(planned));
            case MeasureApproved approved ->
                rows.advance(
                        id(approved.measure()),
                        combine(
                                set("state", "APPROVED"),
                                set("approvedOn", approved.on().toString())));
            case MeasureDelivered delivered -> rows.advance(id(delivered.measure()), delivered(delivered));
            case MeasureEnded ended ->
                rows.advance(
                        id(ended.measure()),
                        combine(
                                set("state", ended.ending().name()),
                                set("endedOn", ended.on().toString())));
            case UrgentAidGranted _, LackFound _ -> {} // no measure
            default -> {}
        }
    }

    private static Bson planned(MeasurePlanned planned) {
        var plan = planned.plan();
        var end = plan.plannedEnd();
        return combine(
                set("division", planned.division()),
                set("household", planned.household().toString()),
                set("cycle", planned.cycle()),
                set("family", plan.family().name()),
                set("developmental", plan.family().isDevelopmental()),
                set("subItem", SealedText.of(planned.household() + ":" + planned.cycle(), plan.subItem())),
                set("risk", plan.risk().name()),
                set("members", plan.members().stream().map(Object::toString).toList()),
                set("policy", plan.policy()),
                set("provider", plan.provider()),
                set("start", plan.start().toString()),
                set("plannedEnd", end == null ? null : end.toString()),
                set("amountFen", plan.amountFen()),
                set("unit", plan.unit()),
                set("fundingSource", plan.fundingSource()),
                set("plannedOn", planned.on().toString()),
                set("state", "PLANNED"),
                set("deliveredFen", 0L));
    }

    private static Bson delivered(MeasureDelivered delivered) {
        return combine(
                set("state", "IN_PROGRESS"),
                inc("deliveredFen", delivered.amountFen()),
                min("firstOn", delivered.on().toString()),
                set("lastOn", delivered.on().toString()));
    }

    private static String id(MeasureId measure) {
        return measure.toString();
    }
}
