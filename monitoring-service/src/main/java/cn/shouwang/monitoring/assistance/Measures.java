package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures as other concepts' decisions may read them: straight from a household's stream, so that what
/// was recorded a moment ago already counts.
public final class Measures {

    private final Function<HouseholdId, Stream<AssistanceEvent>> streams;

    public Measures(Function<HouseholdId, Stream<AssistanceEvent>> streams) {
        this.streams = streams;
    }

    /// The risks that a measure in place addresses, in that case of the household: one of which something
    /// was delivered and that was not cancelled. What is only planned or approved is not in place.
    public Set<RiskType> addressed(HouseholdId household, int cycle) {
        return courses(household).stream()
                .filter(course -> course.cycle() == cycle && course.isInPlace())
                .map(Course::risk)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Collection<Course> courses(HouseholdId household) {
        Map<MeasureId, Course> courses = new LinkedHashMap<>();
        streams.apply(household).forEach(event -> {
            switch (event) {
                case MeasurePlanned planned -> courses.put(planned.measure(), Course.of(planned));
                case MeasureApproved approved -> step(courses, approved.measure(), approved);
                case MeasureDelivered delivered -> step(courses, delivered.measure(), delivered);
                case MeasureEnded ended -> step(courses, ended.measure(), ended);
                default -> {}
            }
        });
        return courses.values();
    }

    private static void step(Map<MeasureId, Course> courses, MeasureId measure, AssistanceEvent event) {
        courses.computeIfPresent(measure, (_, course) -> course.after(event));
    }
}
