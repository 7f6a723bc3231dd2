package cn.shouwang.monitoring.toolbox;

/// What an eligibility expression says of a household.
public enum Verdict {
    ELIGIBLE,
    NOT_ELIGIBLE,
    /// It hangs on a fact that is not known, or cannot be computed from these facts.
    UNDECIDED
}
