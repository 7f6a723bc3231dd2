package cn.shouwang.monitoring.receipt;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream of what a household received, `receipts-<household>`.
public record ReceiptsId(HouseholdId household) {

    @Override
    public String toString() {
        return "receipts-" + household;
    }
}
