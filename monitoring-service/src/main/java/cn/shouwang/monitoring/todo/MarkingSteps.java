package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;

import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.platform.projection.Rows;
import org.bson.conversions.Bson;

/// Households whose result was announced are to be entered in the national system.
final class MarkingSteps {

    private MarkingSteps() {}

    static void on(IdentificationEvent event, Rows rows) {
        if (event instanceof ResultAnnounced announced) {
            var mark = due(Step.MARK_HOUSEHOLD, announced.on(), null);
            row(announced.household().toString(), announced.division(), mark, rows);
        }
    }

    static void on(MarkingEvent event, Rows rows) {
        row(event.household().toString(), event.division(), done(), rows);
    }

    private static void row(String household, String division, Bson change, Rows rows) {
        rows.advance("marking-" + household, TodoProjection.row("MARKING", household, division, change));
    }
}
