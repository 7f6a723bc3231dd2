package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that holds every issue of one household, `quality-<household>`.
public record QualityId(HouseholdId household) {

    @Override
    public String toString() {
        return "quality-" + household;
    }
}
