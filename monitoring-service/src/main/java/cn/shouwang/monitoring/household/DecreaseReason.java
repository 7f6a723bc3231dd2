package cn.shouwang.monitoring.household;

/// Why a person no longer counts as a member. Stored by name: add, never rename.
public enum DecreaseReason {
    DEATH,
    MARRIED_OUT,
    MOVED_OUT,
    IMPRISONED,
    LOST_CONTACT
}
