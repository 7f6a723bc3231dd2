package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;

import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clock.ClockEvent.CaseEscalated;
import cn.shouwang.monitoring.clock.Turn;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.platform.projection.Rows;
import org.bson.conversions.Bson;

/// Cases that rose because they waited too long: the office above sees to them until the step is
/// taken.
final class ClockSteps {

    private ClockSteps() {}

    static void on(ClockEvent event, Rows rows) {
        row(event.household().toString(), event.division(), next(event), rows);
    }

    /// Whatever moves the case on ends what was to be done about its waiting.
    static void on(IdentificationEvent event, Rows rows) {
        if (!(Turn.after(event) instanceof Turn.Move.Same)) {
            row(event.household().toString(), event.division(), done(), rows);
        }
    }

    static Bson next(ClockEvent event) {
        return switch (event) {
            case CaseEscalated risen ->
                due(
                        switch (risen.level()) {
                            case COUNTY -> Step.SEE_TO_CASE_AS_COUNTY;
                            case TOWN, VILLAGE -> Step.SEE_TO_CASE_AS_TOWN;
                        },
                        risen.on(),
                        risen.dueOn());
        };
    }

    private static void row(String household, String division, Bson change, Rows rows) {
        rows.advance("clock-" + household, TodoProjection.row("CLOCK", household, division, change));
    }
}
