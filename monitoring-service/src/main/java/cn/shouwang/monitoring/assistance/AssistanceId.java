package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that holds all help for one household, `assistance-<household>`.
public record AssistanceId(HouseholdId household) {

    @Override
    public String toString() {
        return "assistance-" + household;
    }
}
