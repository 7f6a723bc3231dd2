package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonRequested;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonReturned;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.monitoring.inquiry.InquiryEvent.HitsWeighed;
import cn.shouwang.monitoring.inquiry.InquiryEvent.Step;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Inquiries as other concepts' decisions may read them: straight from a household's stream.
public final class Inquiries {

    /// How an inquiry about a household in its case stands.
    public enum State {
        /// Nobody was asked.
        NONE,
        /// The departments have not answered.
        ASKED,
        /// A negative check was found, and the county has not said why it decides as it does.
        UNWEIGHED,
        /// Nothing is open.
        SETTLED
    }

    private final Function<HouseholdId, Stream<InquiryEvent>> streams;

    public Inquiries(Function<HouseholdId, Stream<InquiryEvent>> streams) {
        this.streams = streams;
    }

    public State of(HouseholdId household, int cycle) {
        return after(household, step -> step.cycle() == cycle);
    }

    /// How it stood at the end of a day in the village.
    public State on(HouseholdId household, int cycle, LocalDate day) {
        return after(household, step -> step.cycle() == cycle && !step.on().isAfter(day));
    }

    private State after(HouseholdId household, Predicate<Step> counts) {
        return streams.apply(household)
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .filter(counts)
                .reduce((_, later) -> later)
                .map(Inquiries::after)
                .orElse(State.NONE);
    }

    static State after(Step step) {
        return switch (step) {
            case ComparisonRequested _ -> State.ASKED;
            case ComparisonReturned returned ->
                returned.hits().stream().anyMatch(hit -> hit.effect() == Effect.CAREFUL)
                        ? State.UNWEIGHED
                        : State.SETTLED;
            case ComparisonSpared _, HitsWeighed _ -> State.SETTLED;
        };
    }
}
