package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.platform.store.Recorded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whatever is told of a household, by whatever way, has it looked at again.
///
/// Not a policy, which is handed one event after another: this is handed batches of the log, and
/// looks at a household once however many of its events a batch holds. A register that is imported
/// in bulk is so reviewed at the pace of households, not of events. What the review itself records
/// is not looked at.
@Component
class WhenFactsToldThenReviewQuality {

    private final Review review;

    WhenFactsToldThenReviewQuality(Review review) {
        this.review = review;
    }

    /// The histories that tell of a household.
    List<Class<?>> reads() {
        return List.of(
                HouseholdEvent.class, IdentificationEvent.class, AssistanceEvent.class, RemovalEvent.class, Link.class);
    }

    /// A batch of the log, possibly for the second time.
    void react(List<Recorded> batch) {
        var touched = new LinkedHashSet<HouseholdId>();
        batch.forEach(recorded -> households(recorded.event()).forEach(touched::add));
        if (!touched.isEmpty()) {
            review.of(touched);
        }
    }

    private static Stream<HouseholdId> households(Object event) {
        return switch (event) {
            case HouseholdEvent told -> Stream.of(told.household());
            case IdentificationEvent told -> Stream.of(told.household());
            case AssistanceEvent told -> Stream.of(told.household());
            case RemovalEvent told -> Stream.of(told.household());
            case Link link -> Stream.concat(link.mergedFrom().stream(), link.keptIn().stream());
            default -> Stream.empty();
        };
    }
}
