package cn.shouwang.monitoring.comparison;

/// What a hit leads to. Stored by name: add, never rename.
public enum Effect {
    /// 预警: somebody looks whether the household is in difficulty
    ALERT,
    /// 慎重识别: a negative check. Whoever decides looks twice; nothing is refused by it
    CAREFUL
}
