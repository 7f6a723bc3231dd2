package cn.shouwang.monitoring.contract.asset;

import java.time.LocalDate;
import java.util.UUID;

/// A household was paid its share of what a project asset earned.
public record DistributionPaid(
        UUID payment,
        UUID household,
        String village,
        long amountFen,
        LocalDate from,
        LocalDate until,
        LocalDate paidOn) {

    public static final String TYPE = "cn.shouwang.asset.distribution-paid.v1";
}
