package cn.shouwang.monitoring.receipt;

/// What was received. Stored by name: add, never rename.
public enum ReceiptKind {
    /// 工资、公益性岗位报酬: a wage item of the income sheet
    WAGE,
    /// 联农带农收益: an operating item of the income sheet
    LINKAGE_BENEFIT,
    /// 产业奖补: told by the office, not counted as income
    REWARD,
    /// 资产收益分配: a property item of the income sheet
    DISTRIBUTION
}
