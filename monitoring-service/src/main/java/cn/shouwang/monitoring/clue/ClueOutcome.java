package cn.shouwang.monitoring.clue;

/// How a clue ended. Stored by name: add, never rename.
public enum ClueOutcome {
    /// 已纳入监测
    INCLUDED,
    /// 不符合条件
    NOT_ELIGIBLE,
    /// 已是监测对象
    ALREADY_MONITORED,
    /// 重复线索
    DUPLICATE,
    /// 农户不愿申请
    REFUSED_BY_HOUSEHOLD,
    /// 无法联系
    LOST_CONTACT,
    /// 通过政策落实已解决
    POLICY_SOLVED
}
