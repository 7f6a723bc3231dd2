package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that holds every removal of one household, `removal-<household>`.
public record RemovalId(HouseholdId household) {

    @Override
    public String toString() {
        return "removal-" + household;
    }
}
