package cn.shouwang.monitoring.income;

/// Whether a figure counts, or why it is set aside. Stored by name: add, never rename.
public enum Standing {
    /// 计入
    COUNTED,
    /// 不计入: the table never counts the item at that place
    NEVER_COUNTED,
    /// 尚未计入: the figure is of days before the item counted
    NOT_YET_COUNTED,
    /// 不再计入: the figure is of days after the item counted
    NO_LONGER_COUNTED
}
