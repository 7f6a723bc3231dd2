package cn.shouwang.platform.console;

import cn.shouwang.platform.console.ViewCommand.RecordComparison;
import cn.shouwang.platform.console.ViewEvent.ComparisonOrdered;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.Set;

/// Compares two generations and puts the result on record. A crash half-way only means that it is done
/// again; two that are no longer side by side are left alone.
final class WhenComparisonOrderedThenCompare implements Policy {

    private final Views views;
    private final Conductor conductor;

    WhenComparisonOrderedThenCompare(Views views, Conductor conductor) {
        this.views = views;
        this.conductor = conductor;
    }

    @Override
    public String name() {
        return "when-comparison-ordered-then-compare";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ComparisonOrdered.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof ComparisonOrdered ordered && isAsked(ordered)) {
            var parity = views.compare(ordered.view(), ordered.generation(), ordered.other());
            reaction.send(
                    "comparison",
                    new RecordComparison(
                            BoardId.VIEWS,
                            ordered.view(),
                            ordered.version(),
                            ordered.generation(),
                            ordered.other(),
                            parity,
                            ordered.division()),
                    ordered.division());
        }
    }

    private boolean isAsked(ComparisonOrdered ordered) {
        conductor.readOn();
        var version = views.version(ordered.view());
        return version.isPresent()
                && version.getAsInt() == ordered.version()
                && conductor
                        .buildings()
                        .of(ordered.view(), ordered.version())
                        .working()
                        .containsAll(Set.of(ordered.generation(), ordered.other()));
    }
}
