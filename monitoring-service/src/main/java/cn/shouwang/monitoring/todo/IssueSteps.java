package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.projection.Rows;
import org.bson.conversions.Bson;

/// What each event of an issue leaves to be done. One that nobody was asked to put right is in no
/// one's list: there may be many thousands.
final class IssueSteps {

    private IssueSteps() {}

    static void on(QualityEvent event, Rows rows) {
        if (event instanceof DataQualityIssueFound) {
            return;
        }
        var household = event.household().toString();
        rows.advance(
                "issue-" + household + "-" + event.issue(),
                combine(
                        TodoProjection.row("ISSUE", household, event.division(), next(event)),
                        set("issue", event.issue())));
    }

    static Bson next(QualityEvent event) {
        return switch (event) {
            case IssueAssigned assigned -> due(step(assigned.office()), assigned.on(), assigned.dueOn());
            case DataQualityIssueFound _, IssueFixed _, IssueExplained _ -> done();
        };
    }

    private static Step step(String office) {
        return switch (office.length()) {
            case 12 -> Step.CORRECT_DATA;
            case 9 -> Step.CORRECT_DATA_AS_TOWN;
            default -> Step.CORRECT_DATA_AS_COUNTY;
        };
    }
}
