package cn.shouwang.monitoring.toolbox;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a policy. `on` is the day it was published, revised or withdrawn, never in the
/// future; the days from which it is in force may be.
sealed interface PolicyCommand {

    PolicyId policy();

    LocalDate on();

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record PublishPolicy(@TargetAggregateIdentifier PolicyId policy, String division, PolicyTerms terms, LocalDate on)
            implements PolicyCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record RevisePolicy(@TargetAggregateIdentifier PolicyId policy, PolicyTerms terms, String reason, LocalDate on)
            implements PolicyCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record WithdrawPolicy(@TargetAggregateIdentifier PolicyId policy, LocalDate from, String reason, LocalDate on)
            implements PolicyCommand {}
}
