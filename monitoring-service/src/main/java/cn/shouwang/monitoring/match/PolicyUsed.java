package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.toolbox.PolicyId;
import cn.shouwang.monitoring.toolbox.Toolbox;

/// The policy a proposal is about, in the version whose expression was evaluated, with the name and
/// family it has there.
public record PolicyUsed(PolicyId policy, int version, String title, Family family) {

    static PolicyUsed of(Toolbox.InForce policy) {
        return new PolicyUsed(
                policy.policy(),
                policy.version(),
                policy.terms().title(),
                policy.terms().family());
    }

    boolean isOf(Toolbox.InForce other) {
        return policy.equals(other.policy()) && version == other.version();
    }
}
