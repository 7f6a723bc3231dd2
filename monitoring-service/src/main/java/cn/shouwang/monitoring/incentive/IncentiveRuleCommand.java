package cn.shouwang.monitoring.incentive;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a rule. `on` is the day it was published, revised or withdrawn.
sealed interface IncentiveRuleCommand {

    IncentiveRuleId rule();

    LocalDate on();

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record PublishIncentiveRule(
            @TargetAggregateIdentifier IncentiveRuleId rule, String division, IncentiveTerms terms, LocalDate on)
            implements IncentiveRuleCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record ReviseIncentiveRule(
            @TargetAggregateIdentifier IncentiveRuleId rule, IncentiveTerms terms, String reason, LocalDate on)
            implements IncentiveRuleCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record WithdrawIncentiveRule(
            @TargetAggregateIdentifier IncentiveRuleId rule, LocalDate from, String reason, LocalDate on)
            implements IncentiveRuleCommand {}
}
