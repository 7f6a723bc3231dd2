package cn.shouwang.monitoring.quality;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked about the issues of a household.
sealed interface QualityCommand {

    QualityId quality();

    LocalDate on();

    /// Everything that the rules find now.
    @AllowedTo(SYSTEM)
    record ReviewQuality(
            @TargetAggregateIdentifier QualityId quality,
            String village,
            Set<Finding> findings,
            LocalDate edition,
            LocalDate on)
            implements QualityCommand {}

    /// `office` is the division whose office puts it right: the village, its town or the county.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record AssignIssue(
            @TargetAggregateIdentifier QualityId quality, int issue, String office, LocalDate dueOn, LocalDate on)
            implements QualityCommand {}

    /// The register is right, and why.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record ExplainIssue(@TargetAggregateIdentifier QualityId quality, int issue, String reason, LocalDate on)
            implements QualityCommand {}
}
