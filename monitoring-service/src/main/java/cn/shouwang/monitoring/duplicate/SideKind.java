package cn.shouwang.monitoring.duplicate;

/// Where a person stands who may be another one too. Stored by name: add, never rename.
public enum SideKind {
    /// On the register, as a member of a household.
    MEMBER,
    /// On a household's own report, as its applicant. The clue of that report is the same side.
    REPORT,
    /// On a clue that did not come from a report, as its subject.
    CLUE
}
