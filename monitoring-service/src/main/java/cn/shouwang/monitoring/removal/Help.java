package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import java.util.Set;

/// Which risks of a household are met by a measure that is in place.
public interface Help {

    /// The risks that a measure of that case addresses and that has begun, or was delivered; planned
    /// alone is not in place.
    Set<RiskType> addressed(HouseholdId household, int cycle);
}
