package cn.shouwang.monitoring.assistance;

/// What a monitored household has waited for too long (rule M12). Stored by name: add, never rename.
public enum Lack {
    /// 无任何帮扶措施: no measure at all is in place
    ANY_MEASURE,
    /// 无开发式帮扶措施: somebody can work, and nothing raises what they earn
    DEVELOPMENTAL_MEASURE
}
