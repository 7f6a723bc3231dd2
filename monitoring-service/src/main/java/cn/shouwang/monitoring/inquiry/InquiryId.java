package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream of all inquiries about one household, `inquiry-<household>`.
public record InquiryId(HouseholdId household) {

    @Override
    public String toString() {
        return "inquiry-" + household;
    }
}
