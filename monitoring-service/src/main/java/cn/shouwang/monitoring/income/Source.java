package cn.shouwang.monitoring.income;

/// Who says so. Stored by name: add, never rename.
public enum Source {
    /// 自报
    SELF_DECLARED,
    /// 书面材料
    PAPER,
    /// 银行流水
    BANK,
    /// 部门数据
    DEPARTMENT
}
