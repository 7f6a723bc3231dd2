package cn.shouwang.monitoring.household;

/// State of health as the national form asks it; several may hold at once, except with `HEALTHY`.
/// Stored by name: add, never rename.
public enum Health {
    /// 健康
    HEALTHY,
    /// 长期慢性病
    CHRONIC,
    /// 患有大病
    SERIOUS,
    /// 残疾
    DISABLED
}
