package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.assistance.Lack;
import cn.shouwang.monitoring.assistance.MeasureId;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.projection.Rows;
import java.time.LocalDate;
import org.bson.conversions.Bson;

/// What is to be done next in helping a household: one row for the household's first measures, one for
/// each measure.
final class HelpSteps {

    private HelpSteps() {}

    /// A monitored household is to be helped.
    static void on(HouseholdDetermined determined, Rows rows) {
        household(rows, determined.household().toString(), determined.division(), open(determined.on()));
    }

    /// Once monitoring is over nothing new is to be planned.
    static void on(RemovalEvent event, Rows rows) {
        if (event instanceof RiskRemoved || event instanceof NaturalDecreaseRecorded) {
            household(rows, event.household().toString(), event.division(), done());
        }
    }

    static void on(AssistanceEvent event, Rows rows) {
        var household = event.household().toString();
        var village = event.division();
        switch (event) {
            case MeasurePlanned planned -> {
                household(rows, household, village, done());
                measure(rows, planned.measure(), event, due(Step.APPROVE_MEASURE, planned.on(), null));
            }
            case MeasureApproved approved ->
                measure(rows, approved.measure(), event, due(Step.DELIVER_MEASURE, approved.on(), null));
            case MeasureDelivered delivered ->
                measure(rows, delivered.measure(), event, due(Step.END_MEASURE, delivered.on(), null));
            case MeasureEnded ended -> measure(rows, ended.measure(), event, done());
            case LackFound found ->
                household(rows, household, village, due(step(found.lack()), found.on(), found.dueOn()));
            case UrgentAidGranted _ -> {} // leaves nothing to be done
        }
    }

    private static Bson open(LocalDate since) {
        return due(Step.PLAN_MEASURE, since, null);
    }

    private static Step step(Lack lack) {
        return switch (lack) {
            case ANY_MEASURE -> Step.PLAN_MEASURE;
            case DEVELOPMENTAL_MEASURE -> Step.PLAN_DEVELOPMENTAL_MEASURE;
        };
    }

    private static void household(Rows rows, String household, String village, Bson change) {
        rows.advance("help-" + household, TodoProjection.row("HELP", household, village, change));
    }

    private static void measure(Rows rows, MeasureId measure, AssistanceEvent event, Bson change) {
        rows.advance(
                "measure-" + measure,
                combine(
                        TodoProjection.row("MEASURE", event.household().toString(), event.division(), change),
                        set("measure", measure.toString())));
    }
}
