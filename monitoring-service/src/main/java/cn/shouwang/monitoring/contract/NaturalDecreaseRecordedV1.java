package cn.shouwang.monitoring.contract;

import java.time.LocalDate;

/// `monitoring.natural-decrease-recorded.v1`: nobody is left in a monitored household; `ground` is
/// ALL_DIED or ALL_LEFT.
public record NaturalDecreaseRecordedV1(
        String household, String village, int cycle, String ground, LocalDate endedOn) {}
