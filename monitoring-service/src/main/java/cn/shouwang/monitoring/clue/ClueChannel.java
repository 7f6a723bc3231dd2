package cn.shouwang.monitoring.clue;

/// Where a clue came from. Stored by name: add, never rename.
public enum ClueChannel {
    /// 扫码自主申报
    SELF_QR,
    /// 委托申报
    SELF_DELEGATED,
    /// 电话申报
    SELF_PHONE,
    /// 窗口申报
    SELF_WINDOW,
    /// 基层干部排查: someone of the village or town saw it.
    GRASSROOTS_CHECK,
    /// 部门数据: a department's figures point to it.
    DEPARTMENT_DATA,
    /// 系统预警: the suite's own comparison found it and an office handed it on.
    SYSTEM_ALERT
}
