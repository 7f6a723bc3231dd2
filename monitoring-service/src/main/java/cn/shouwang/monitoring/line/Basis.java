package cn.shouwang.monitoring.line;

/// Which income is compared with the line. Stored by name: add, never rename.
public enum Basis {
    /// 人均可支配收入
    DISPOSABLE_INCOME,
    /// 人均纯收入
    NET_INCOME
}
