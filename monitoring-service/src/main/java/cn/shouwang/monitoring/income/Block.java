package cn.shouwang.monitoring.income;

/// Where a figure belongs. Source: the blocks of the national collection form of 2023, and for what
/// is paid out the statistics definition of disposable income. Stored by name: add, never rename.
public enum Block {
    /// 工资性收入
    WAGE,
    /// 生产经营性收入
    OPERATING,
    /// 财产性收入, net of what it costs
    PROPERTY,
    /// 转移性收入
    TRANSFER_IN,
    /// 生产经营性支出
    OPERATING_EXPENSE,
    /// 生产税
    PRODUCTION_TAX,
    /// 转移性支出
    TRANSFER_OUT
}
