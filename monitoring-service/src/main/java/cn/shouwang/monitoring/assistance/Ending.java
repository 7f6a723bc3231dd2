package cn.shouwang.monitoring.assistance;

/// How a measure ended. Stored by name: add, never rename.
public enum Ending {
    /// 已完成
    COMPLETED,
    /// 已取消, with its reason
    CANCELLED
}
