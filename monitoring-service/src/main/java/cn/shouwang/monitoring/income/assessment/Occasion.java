package cn.shouwang.monitoring.income.assessment;

/// Why an income was assessed, and what a decision on it was about.
enum Occasion {
    /// 识别认定
    IDENTIFICATION,
    /// 风险消除
    REMOVAL
}
