package cn.shouwang.monitoring.contract;

import java.time.LocalDate;

/// `monitoring.removal-reverted.v1`: a removal was not stable, the household is monitored again in the
/// same case.
public record RemovalRevertedV1(String household, String village, int cycle, LocalDate revertedOn) {}
