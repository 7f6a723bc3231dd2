package cn.shouwang.monitoring.duty.list;

/// Where a duty stands.
enum DutyState {
    OPEN,
    REPORTED,
    CONFIRMED
}
