package cn.shouwang.monitoring.incentive;

/// What is counted. Stored by name: add, never rename.
public enum Unit {
    /// 务工月数
    WORK_MONTHS,
    /// 农产品销售额, in fen
    OUTPUT_SOLD_FEN,
    /// 产业规模: mu, heads, hives … as the rule's title says
    SCALE_UNITS
}
