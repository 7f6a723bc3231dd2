package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Measures as other concepts' decisions may read them: straight from a household's stream, so that what
/// was recorded a moment ago already counts.
public final class Measures {

    private final Function<HouseholdId, Stream<AssistanceEvent>> streams;

    public Measures(Function<HouseholdId, Stream<AssistanceEvent>> streams) {
        this.streams = streams;
    }

    /// One measure of which something reached the household and that was not cancelled: its family, what it
    /// is in words, and the day of the first delivery.
    public record Given(Family family, String subItem, LocalDate since) {}

    /// A measure as far as its stream tells; `since` is absent until something was delivered.
    private record Told(
            Course course, String subItem, @Nullable LocalDate since) {

        static Told of(MeasurePlanned planned) {
            return new Told(Course.of(planned), planned.plan().subItem(), null);
        }

        Told after(AssistanceEvent event) {
            var begun = since == null && event instanceof MeasureDelivered ? event.on() : since;
            return new Told(course.after(event), subItem, begun);
        }

        Stream<Given> given() {
            return since != null && course.isInPlace()
                    ? Stream.of(new Given(course.family(), subItem, since))
                    : Stream.empty();
        }
    }

    /// The risks that a measure in place addresses, in that case of the household: one of which something
    /// was delivered and that was not cancelled. What is only planned or approved is not in place.
    public Set<RiskType> addressed(HouseholdId household, int cycle) {
        return of(household, cycle)
                .map(Told::course)
                .filter(Course::isInPlace)
                .map(Course::risk)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The measures in place in that case of the household, in the order in which they were planned.
    public List<Given> given(HouseholdId household, int cycle) {
        return of(household, cycle).flatMap(Told::given).toList();
    }

    private Stream<Told> of(HouseholdId household, int cycle) {
        Map<MeasureId, Told> told = new LinkedHashMap<>();
        streams.apply(household).forEach(event -> {
            switch (event) {
                case MeasurePlanned planned -> told.put(planned.measure(), Told.of(planned));
                case MeasureApproved approved -> step(told, approved.measure(), approved);
                case MeasureDelivered delivered -> step(told, delivered.measure(), delivered);
                case MeasureEnded ended -> step(told, ended.measure(), ended);
                default -> {}
            }
        });
        return told.values().stream().filter(measure -> measure.course().cycle() == cycle);
    }

    private static void step(Map<MeasureId, Told> told, MeasureId measure, AssistanceEvent event) {
        told.computeIfPresent(measure, (_, before) -> before.after(event));
    }
}
