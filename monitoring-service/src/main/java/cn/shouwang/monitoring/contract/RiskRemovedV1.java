package cn.shouwang.monitoring.contract;

import java.time.LocalDate;

/// `monitoring.risk-removed.v1`: the county determined that a household is no longer monitored.
///
/// `mode` is BY_ASSISTANCE or NATURAL, `months` how long it was monitored; amounts are fen per head per
/// year, the income above the line.
public record RiskRemovedV1(
        String household,
        String village,
        int cycle,
        String mode,
        LocalDate removedOn,
        int months,
        long incomePerHeadFen,
        long lineFen) {}
