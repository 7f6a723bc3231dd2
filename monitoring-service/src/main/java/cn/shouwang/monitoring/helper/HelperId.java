package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream of a household's helpers and visits, `helper-<household>`.
public record HelperId(HouseholdId household) {

    @Override
    public String toString() {
        return "helper-" + household;
    }
}
