package cn.shouwang.monitoring.household;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The numbers under which households stand in the national system (户编号), for decisions: one
/// number, one household. A household that is closed keeps its own.
public final class Numbers {

    private final Function<String, Optional<HouseholdId>> holder;
    private final Runnable catchUp;

    /// `holder` tells whose a number is; `catchUp` waits until it knows all that is in the log.
    public Numbers(Function<String, Optional<HouseholdId>> holder, Runnable catchUp) {
        this.holder = holder;
        this.catchUp = catchUp;
    }

    /// Refuses with `household.number-taken` what another household has.
    public void mustBeFree(String number, HouseholdId household) {
        catchUp.run();
        if (holder.apply(number).filter(other -> !other.equals(household)).isPresent()) {
            throw new RuleBroken("household.number-taken", "another household has this national number");
        }
    }

    /// Tells which numbers are taken, for very many questions in one go: waits once, here.
    public Predicate<String> taken() {
        catchUp.run();
        return number -> holder.apply(number).isPresent();
    }
}
