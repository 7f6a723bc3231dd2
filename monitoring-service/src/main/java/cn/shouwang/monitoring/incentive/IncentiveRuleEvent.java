package cn.shouwang.monitoring.incentive;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a rule. `division` is the town or county whose rule it is; `version` counts its
/// versions from 1.
public sealed interface IncentiveRuleEvent extends Placed {

    IncentiveRuleId rule();

    int version();

    LocalDate on();

    @Stored("incentive.rule-published")
    @Revision("1")
    record IncentiveRulePublished(
            IncentiveRuleId rule, String division, int version, IncentiveTerms terms, LocalDate on)
            implements IncentiveRuleEvent {}

    /// A further version; what was done on days of the earlier ones is paid by them.
    @Stored("incentive.rule-revised")
    @Revision("1")
    record IncentiveRuleRevised(
            IncentiveRuleId rule, String division, int version, IncentiveTerms terms, String reason, LocalDate on)
            implements IncentiveRuleEvent {}

    /// From day `from` on no version is in force; `version` is the last one.
    @Stored("incentive.rule-withdrawn")
    @Revision("1")
    record IncentiveRuleWithdrawn(
            IncentiveRuleId rule, String division, int version, LocalDate from, String reason, LocalDate on)
            implements IncentiveRuleEvent {}
}
