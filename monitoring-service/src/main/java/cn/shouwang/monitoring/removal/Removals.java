package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Removals as other concepts' decisions may read them: straight from a household's stream, so that what
/// was recorded a moment ago already counts.
public final class Removals {

    /// A household's latest removal. `agreedOn` is the day on which the village agreed and a notice may hang,
    /// absent before and once the removal went on; `removedOn` the day of the county's word, absent
    /// until then and after a reversion.
    public record Current(
            HouseholdId household,
            String village,
            int cycle,
            int attempt,
            @Nullable LocalDate agreedOn,
            @Nullable LocalDate removedOn) {}

    private final Function<HouseholdId, Stream<RemovalEvent>> streams;

    public Removals(Function<HouseholdId, Stream<RemovalEvent>> streams) {
        this.streams = streams;
    }

    /// Empty when none was ever proposed.
    public Optional<Current> current(HouseholdId household) {
        var history = streams.apply(household).toList();
        return history.stream()
                .filter(RemovalProposed.class::isInstance)
                .reduce((_, later) -> later)
                .map(proposed -> current(proposed, history));
    }

    /// Since when monitoring that began with that case is over: its risk was removed and that was not
    /// reverted, or nobody is left. Empty while it goes on.
    public Optional<LocalDate> over(HouseholdId household, int cycle) {
        var end = new LocalDate[1];
        streams.apply(household).filter(event -> event.cycle() == cycle).forEach(event -> {
            switch (event) {
                case RiskRemoved _, NaturalDecreaseRecorded _ -> end[0] = event.on();
                case RemovalReverted _ -> end[0] = null;
                default -> {}
            }
        });
        return Optional.ofNullable(end[0]);
    }

    /// The county's word that ended the case, while it stands. Empty when the case is not over, was reverted,
    /// or ended because nobody is left.
    public Optional<RiskRemoved> removed(HouseholdId household, int cycle) {
        var word = new RiskRemoved[1];
        streams.apply(household).filter(event -> event.cycle() == cycle).forEach(event -> {
            switch (event) {
                case RiskRemoved removed -> word[0] = removed;
                case RemovalReverted _ -> word[0] = null;
                default -> {}
            }
        });
        return Optional.ofNullable(word[0]);
    }

    private static Current current(RemovalEvent proposed, List<RemovalEvent> history) {
        var last = history.getLast();
        return new Current(
                proposed.household(),
                proposed.division(),
                proposed.cycle(),
                proposed.attempt(),
                last instanceof ExitAppraised held && held.appraisal().agreed() ? held.on() : null,
                last instanceof RiskRemoved removed ? removed.on() : null);
    }
}
