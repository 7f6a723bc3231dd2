package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which household has which national number, in the memory of this process: built from the log at
/// every start and following it. Numbers are kept as keyed hashes only. What was told of a
/// household last counts, on the register or when it was marked; a number that was put right is
/// free again. Some 200 bytes a household.
final class HeldNumbers {

    /// What [#on] looks at.
    static final List<Class<?>> READS =
            List.of(HouseholdRegistered.class, HouseholdDescribed.class, HouseholdMarked.class, NumberCorrected.class);

    private final UnaryOperator<String> hash;
    private final Map<HouseholdId, String> numbers = new HashMap<>();
    private final Map<String, HouseholdId> holders = new HashMap<>();

    HeldNumbers(UnaryOperator<String> hash) {
        this.hash = hash;
    }

    /// Takes in what an event says of numbers. May be told the same event again.
    synchronized void on(Object event) {
        switch (event) {
            case HouseholdRegistered registered -> hold(registered.household(), registered.nationalNumber());
            case HouseholdDescribed described ->
                hold(described.household(), described.profile().nationalNumber());
            case MarkingEvent marked -> hold(marked.household(), number(marked));
            default -> {}
        }
    }

    synchronized Optional<HouseholdId> holder(String number) {
        return Optional.ofNullable(holders.get(hash.apply(number)));
    }

    private static String number(MarkingEvent event) {
        return switch (event) {
            case HouseholdMarked marked -> marked.number();
            case NumberCorrected corrected -> corrected.number();
        };
    }

    /// An empty one is forgotten.
    private void hold(HouseholdId household, @Nullable String number) {
        if (number == null || number.isEmpty()) {
            return;
        }
        var told = hash.apply(number);
        var before = numbers.put(household, told);
        if (before != null) {
            holders.remove(before, household);
        }
        holders.put(told, household);
    }
}
