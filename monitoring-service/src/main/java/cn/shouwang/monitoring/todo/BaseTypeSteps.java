package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;

import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.platform.projection.Rows;
import org.bson.conversions.Bson;

/// Base types that are disputed wait for the county's word, since the day from which another would
/// hold.
final class BaseTypeSteps {

    private BaseTypeSteps() {}

    static void on(HouseholdEvent event, Rows rows) {
        switch (event) {
            case BaseTypeDisputed disputed -> row(event, due(Step.CONFIRM_BASE_TYPE, disputed.on(), null), rows);
            case BaseTypeCorrected _, BaseTypeUpheld _ -> row(event, done(), rows);
            default -> {}
        }
    }

    private static void row(HouseholdEvent event, Bson change, Rows rows) {
        var household = event.household().toString();
        rows.advance("base-type-" + household, TodoProjection.row("BASE_TYPE", household, event.division(), change));
    }
}
