package cn.shouwang.monitoring.contract.industry;

import java.time.LocalDate;
import java.util.UUID;

/// A household had a benefit from a business it is linked to (联农带农).
public record LinkageBenefitRecorded(
        UUID benefit,
        UUID household,
        String village,
        long amountFen,
        LocalDate from,
        LocalDate until,
        LocalDate recordedOn) {

    public static final String TYPE = "cn.shouwang.industry.linkage-benefit-recorded.v1";
}
