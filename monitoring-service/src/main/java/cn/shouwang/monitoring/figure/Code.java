package cn.shouwang.monitoring.figure;

/// The indicators that are computed so far, with the edition of their definition.
///
/// Source: the indicator table of the county's evaluation design; numbers are kept from there.
enum Code {
    /// 监测对象规模: monitored households and persons by state, category, risk
    KPI01("2025-1"),
    /// 新识别渠道: determined households by the channel through which they were found
    KPI02("2025-1"),
    /// 线索办理: clues, closed in time, overdue, led to inclusion
    KPI03("2025-1"),
    /// 识别时长: calendar days from the opening of a case to its determination
    KPI04("2025-1"),
    /// 帮扶覆盖: active households with a measure in place, with a developmental one, days to the first
    KPI05("2025-1"),
    /// 风险与措施匹配: risks of active households that a suitable measure meets
    KPI06("2025-1"),
    /// 风险消除: removed, by mode, reverted, come back
    KPI07("2025-1"),
    /// 收入: income per head of monitored households against the line
    KPI08("2025-1"),
    /// 三保障和饮水安全: what the last visit to an active household found
    KPI09("2025-1"),
    /// 走访: households to be visited, in time, overdue, never visited
    KPI10("2025-1"),
    /// 自主申报覆盖: reports by way, villages that sent none, households with the application sheet
    KPI11("2025-1"),
    /// 数据质量: doubtful data by state and rule, days until put right
    KPI23("2025-1");

    private final String definition;

    Code(String definition) {
        this.definition = definition;
    }

    String definition() {
        return definition;
    }
}
