package cn.shouwang.monitoring.identification;

/// Why a household is not monitored after all. Stored by name: add, never rename.
public enum RejectionReason {
    /// Neither income nor spending puts the household at risk.
    NO_RISK,
    /// The village meeting did not propose it.
    NOT_PROPOSED,
    /// An objection turned out to be right.
    OBJECTION_UPHELD,
    /// The household gave false information.
    FALSE_INFORMATION,
    /// The household does not want it, or does not sign.
    REFUSED_BY_HOUSEHOLD,
    LOST_CONTACT,
    /// Ordinary policies already solved the difficulty.
    POLICY_SOLVED
}
