package cn.shouwang.monitoring.match;

/// Why a person declines a proposal. Stored by name: add, never rename.
public enum DeclineReason {
    /// 已享受该政策
    ALREADY_RECEIVED,
    /// 农户不愿意
    HOUSEHOLD_DECLINES,
    /// 实际情况不符: the facts are wrong or say too little
    NOT_AS_RECORDED,
    /// 其他
    OTHER
}
