package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;

import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.helper.HelperEvent.HelperAssigned;
import cn.shouwang.monitoring.helper.HelperEvent.HelperEnded;
import cn.shouwang.monitoring.helper.HelperEvent.HelperReplaced;
import cn.shouwang.monitoring.helper.HelperEvent.VisitCorrected;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotoAdded;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept;
import cn.shouwang.monitoring.helper.HelperEvent.VisitRecorded;
import cn.shouwang.monitoring.helper.NextVisit;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.platform.projection.Rows;
import java.time.LocalDate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// By when a household is to be visited again: one row per household that has a helper or was visited.
final class VisitSteps {

    private VisitSteps() {}

    static void on(HelperEvent event, Rows rows) {
        switch (event) {
            case HelperAssigned assigned -> step(rows, event, visit(assigned.on(), assigned.next()));
            case HelperReplaced replaced -> step(rows, event, visit(replaced.on(), replaced.next()));
            case VisitRecorded recorded -> step(rows, event, visit(recorded.on(), recorded.next()));
            case VisitCorrected corrected -> step(rows, event, visit(corrected.on(), corrected.next()));
            case HelperEnded _ -> step(rows, event, done());
            case VisitPhotoAdded _, VisitPhotosKept _ -> {} // the next visit is due as before
        }
    }

    /// Nobody is left to be visited.
    static void on(NaturalDecreaseRecorded recorded, Rows rows) {
        household(rows, recorded.household().toString(), recorded.division(), done());
    }

    private static void step(Rows rows, HelperEvent event, Bson change) {
        household(rows, event.household().toString(), event.division(), change);
    }

    private static Bson visit(LocalDate since, @Nullable NextVisit next) {
        return next == null ? done() : due(Step.VISIT_HOUSEHOLD, since, next.by());
    }

    private static void household(Rows rows, String household, String village, Bson change) {
        rows.advance("helper-" + household, TodoProjection.row("VISIT", household, village, change));
    }
}
