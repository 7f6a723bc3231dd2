package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that holds every case of one household, `identification-<household>`.
public record IdentificationId(HouseholdId household) {

    @Override
    public String toString() {
        return "identification-" + household;
    }
}
