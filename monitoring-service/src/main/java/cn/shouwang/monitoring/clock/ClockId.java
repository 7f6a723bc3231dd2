package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that tells how the cases of one household rose, `clock-<household>`.
public record ClockId(HouseholdId household) {

    @Override
    public String toString() {
        return "clock-" + household;
    }
}
