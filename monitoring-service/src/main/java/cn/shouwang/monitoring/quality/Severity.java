package cn.shouwang.monitoring.quality;

/// How sure a finding is.
public enum Severity {
    /// 错误: the facts cannot all be true, or something that is asked for is missing
    ERROR,
    /// 疑点: unlikely, but it happens
    DOUBT
}
