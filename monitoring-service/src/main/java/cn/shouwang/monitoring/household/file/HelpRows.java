package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.assistance.MeasureId;
import java.time.LocalDate;
import org.bson.Document;
import org.bson.conversions.Bson;

/// What was done for a household, in its file: `measures: {id: {measure, cycle, family, risk, provider,
/// policy?, start, plannedEnd?, amountFen, plannedOn, state, approvedOn?, deliveredFen, lastOn?, endedOn?}},
/// urgentAid: [{cycle, amountFen, on}], lacks: [{cycle, lack, dueOn, on}]`. Words stay in the log.
final class HelpRows {

    private HelpRows() {}

    static Bson change(AssistanceEvent event) {
        return switch (event) {
            case MeasurePlanned planned -> planned(planned);
            case MeasureApproved approved ->
                combine(
                        set(at(approved.measure(), "state"), "APPROVED"),
                        set(at(approved.measure(), "approvedOn"), text(approved.on())));
            case MeasureDelivered delivered ->
                combine(
                        set(at(delivered.measure(), "state"), "IN_PROGRESS"),
                        inc(at(delivered.measure(), "deliveredFen"), delivered.amountFen()),
                        set(at(delivered.measure(), "lastOn"), text(delivered.on())));
            case MeasureEnded ended ->
                combine(
                        set(at(ended.measure(), "state"), ended.ending().name()),
                        set(at(ended.measure(), "endedOn"), text(ended.on())));
            case UrgentAidGranted aid ->
                push(
                        "urgentAid",
                        new Document("cycle", aid.cycle())
                                .append("amountFen", aid.amountFen())
                                .append("on", text(aid.on())));
            case LackFound found ->
                push(
                        "lacks",
                        new Document("cycle", found.cycle())
                                .append("lack", found.lack().name())
                                .append("dueOn", text(found.dueOn()))
                                .append("on", text(found.on())));
        };
    }

    private static Bson planned(MeasurePlanned planned) {
        var plan = planned.plan();
        var end = plan.plannedEnd();
        return set(
                "measures." + planned.measure(),
                new Document("measure", planned.measure().toString())
                        .append("cycle", planned.cycle())
                        .append("family", plan.family().name())
                        .append("risk", plan.risk().name())
                        .append("provider", plan.provider())
                        .append("policy", plan.policy())
                        .append("start", text(plan.start()))
                        .append("plannedEnd", end == null ? null : text(end))
                        .append("amountFen", plan.amountFen())
                        .append("plannedOn", text(planned.on()))
                        .append("state", "PLANNED")
                        .append("deliveredFen", 0L));
    }

    private static String at(MeasureId measure, String field) {
        return "measures." + measure + "." + field;
    }

    private static String text(LocalDate day) {
        return day.toString();
    }
}
