package cn.shouwang.monitoring.toolbox;

import java.time.LocalDate;
import java.util.List;

/// The published policies, for decisions.
public interface Toolbox {

    /// A version of a policy as a decision uses it.
    record InForce(PolicyId policy, int version, String division, PolicyTerms terms) {}

    /// The policies in force in a village on a day, those of its town and of the county, each in the
    /// version of that day, in the order of their ids.
    List<InForce> inForce(String village, LocalDate on);
}
