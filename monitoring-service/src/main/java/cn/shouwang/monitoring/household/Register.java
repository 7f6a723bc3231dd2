package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;

/// The register as other concepts' decisions may read it: straight from a household's stream, so that
/// what was registered a moment ago already counts.
public final class Register {

    /// What a decision about the household may lean on; `members` are those present.
    public record Entry(HouseholdId household, String village, BaseType baseType, Set<MemberId> members) {}

    private final Function<HouseholdId, Stream<HouseholdEvent>> streams;

    public Register(Function<HouseholdId, Stream<HouseholdEvent>> streams) {
        this.streams = streams;
    }

    /// Fails with [AggregateNotFoundException], as a command to that household would, when it was never
    /// registered.
    public Entry of(HouseholdId household) {
        var history = streams.apply(household).toList();
        if (history.isEmpty() || !(history.getFirst() instanceof HouseholdRegistered registered)) {
            throw new AggregateNotFoundException(household.toString(), "the household was never registered");
        }
        var members = new Members();
        history.forEach(members::on);
        return new Entry(household, registered.division(), registered.baseType(), members.ids());
    }
}
