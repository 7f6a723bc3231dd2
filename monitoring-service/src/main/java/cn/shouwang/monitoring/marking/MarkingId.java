package cn.shouwang.monitoring.marking;

import cn.shouwang.monitoring.household.HouseholdId;

/// Key of the stream of one household's entries in the national system, `marking-<household>`.
public record MarkingId(HouseholdId household) {

    @Override
    public String toString() {
        return "marking-" + household;
    }
}
