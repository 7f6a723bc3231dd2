package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.PersonKey;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A member of the register as far as comparing needs it. `signedOn` is the day on which the household
/// allowed the departments to be asked, absent while it has not; `inCase` while a case of the household
/// runs or it is monitored.
public record Person(
        PersonKey key,
        MemberId member,
        HouseholdId household,
        String division,
        Standing standing,
        @Nullable LocalDate born,
        @Nullable LocalDate signedOn,
        boolean inCase) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "Person[" + member + "]";
    }
}
