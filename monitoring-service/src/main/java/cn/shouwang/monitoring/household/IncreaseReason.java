package cn.shouwang.monitoring.household;

/// Why a person joined a household (自然增加). Stored by name: add, never rename.
public enum IncreaseReason {
    /// 新生儿
    BIRTH,
    /// 嫁入、入赘
    MARRIED_IN,
    /// 刑满释放、失联后找回等
    RETURNED,
    /// 户籍迁入
    MOVED_IN,
    /// 由本县另一户转入
    OTHER_HOUSEHOLD,
    /// 其他
    OTHER
}
