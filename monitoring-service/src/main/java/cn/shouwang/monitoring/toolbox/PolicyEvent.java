package cn.shouwang.monitoring.toolbox;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a policy. `division` is the town or county whose policy it is; `version` counts its
/// versions from 1.
public sealed interface PolicyEvent extends Placed {

    PolicyId policy();

    int version();

    LocalDate on();

    @Stored("toolbox.policy-published")
    @Revision("1")
    record PolicyPublished(PolicyId policy, String division, int version, PolicyTerms terms, LocalDate on)
            implements PolicyEvent {}

    /// A further version; proposals made under the earlier ones stand.
    @Stored("toolbox.policy-revised")
    @Revision("1")
    record PolicyRevised(PolicyId policy, String division, int version, PolicyTerms terms, String reason, LocalDate on)
            implements PolicyEvent {}

    /// From day `from` on no version is in force; `version` is the last one.
    @Stored("toolbox.policy-withdrawn")
    @Revision("1")
    record PolicyWithdrawn(PolicyId policy, String division, int version, LocalDate from, String reason, LocalDate on)
            implements PolicyEvent {}
}
