package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold;
import cn.shouwang.platform.command.Bulk;
import cn.shouwang.platform.command.Bulk.Beginning;
import cn.shouwang.platform.command.Bulk.Cause;
import cn.shouwang.platform.security.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Puts many households on the register at once, each by a command of its own: [Household] decides about it
/// as if it came alone. What is there already, under its number, is not registered again, so a broken call is
/// simply repeated.
@Component
public final class Newcomers {

    private final Bulk bulk;

    Newcomers(Bulk bulk) {
        this.bulk = bulk;
    }

    /// Does `work`, which registers very many.
    public void during(Runnable work) {
        bulk.during(work);
    }

    /// Returns when all are durable: the code of the rule for each that was refused, by its number. `check` is
    /// asked about those that are not there yet, and may refuse one with [RuleBroken].
    public Map<HouseholdId, String> register(
            List<Newcomer> newcomers, Consumer<Newcomer> check, LocalDate on, Actor actor, Cause cause) {
        var byStream = new LinkedHashMap<String, Newcomer>();
        newcomers.forEach(newcomer -> byStream.put(newcomer.household().toString(), newcomer));
        var refused = new HashMap<HouseholdId, String>();
        bulk.begin(
                        List.copyOf(byStream.keySet()),
                        stream -> beginning(Objects.requireNonNull(byStream.get(stream)), check, on),
                        actor,
                        cause)
                .forEach((stream, rule) -> refused.put(HouseholdId.of(stream), rule));
        return refused;
    }

    private static Beginning beginning(Newcomer newcomer, Consumer<Newcomer> check, LocalDate on) {
        check.accept(newcomer);
        return new Beginning(command(newcomer, on), newcomer.subjects());
    }

    private static RegisterHousehold command(Newcomer newcomer, LocalDate on) {
        return new RegisterHousehold(
                newcomer.household(),
                newcomer.village(),
                newcomer.baseType(),
                newcomer.address(),
                newcomer.phone(),
                newcomer.nationalNumber(),
                newcomer.members().stream()
                        .map(joining -> new RegisterHousehold.Joining(
                                joining.member(), joining.person(), joining.nationalNumber()))
                        .toList(),
                on);
    }
}
