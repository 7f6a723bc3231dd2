package cn.shouwang.monitoring.removal;

/// What must hold before a risk counts as removed, in the order in which it is explained.
///
/// Source: the national guidance on monitoring and assistance, and counties' rules on removal (rule M9).
/// Stored by name: add, never rename.
public enum Criterion {
    /// 监测期限: monitored long enough to be judged
    OBSERVED,
    /// 收入稳定
    STABLE_INCOME,
    /// 收入高于监测线: of the year of removal, not equal to it
    ABOVE_LINE,
    /// 刚性支出稳定解决
    EXPENSE_SOLVED,
    /// 三保障和饮水安全
    GUARANTEES,
    /// 纳入时的风险已稳定消除
    RISKS_GONE,
    /// 没有新增风险
    NO_NEW_RISK,
    /// 针对风险的帮扶措施已落实
    MEASURE_IN_PLACE,
    /// 有劳动力: a household with none stays monitored behind its backstop
    HAS_LABOUR
}
