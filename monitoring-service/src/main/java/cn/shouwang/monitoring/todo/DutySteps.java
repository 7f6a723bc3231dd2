package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.duty.Bearer;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.duty.DutyEvent.DutyAssigned;
import cn.shouwang.monitoring.duty.DutyEvent.DutyConfirmed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyPostponed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReported;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReturned;
import org.bson.conversions.Bson;

/// What each event of a duty leaves to be done; its day stays that of the duty throughout.
final class DutySteps {

    private DutySteps() {}

    static Bson next(DutyEvent event) {
        return switch (event) {
            case DutyAssigned assigned -> due(report(assigned.duty().bearer()), assigned.on(), assigned.dueOn());
            case DutyReported reported -> step(Step.CONFIRM_DUTY, reported);
            case DutyReturned returned -> step(report(returned.duty().bearer()), returned);
            case DutyPostponed postponed -> set("dueOn", postponed.dueOn().toString());
            case DutyConfirmed _ -> done();
        };
    }

    private static Bson step(Step step, DutyEvent event) {
        return combine(
                set("step", step.name()),
                set("roles", step.roles()),
                set("since", event.on().toString()));
    }

    private static Step report(Bearer bearer) {
        return switch (bearer) {
            case TOWN -> Step.REPORT_DUTY_AS_TOWN;
            case AGRICULTURE -> Step.REPORT_DUTY_AS_BUREAU;
            case EDUCATION, CIVIL_AFFAIRS, HUMAN_RESOURCES, HOUSING, WATER, MEDICAL_SECURITY, DISABLED_FEDERATION ->
                Step.REPORT_DUTY_AS_DEPARTMENT;
        };
    }
}
