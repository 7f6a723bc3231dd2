package cn.shouwang.monitoring.notice;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream that holds every notice about one household's removals, `notice-<household>`.
public record NoticeId(HouseholdId household) {

    @Override
    public String toString() {
        return "notice-" + household;
    }
}
