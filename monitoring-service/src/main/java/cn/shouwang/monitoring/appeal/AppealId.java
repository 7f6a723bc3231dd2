package cn.shouwang.monitoring.appeal;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream of one household's appeals, `appeal-<household>`.
public record AppealId(HouseholdId household) {

    @Override
    public String toString() {
        return "appeal-" + household;
    }
}
