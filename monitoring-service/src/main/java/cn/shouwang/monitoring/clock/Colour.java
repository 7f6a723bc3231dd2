package cn.shouwang.monitoring.clock;

/// How a case stands to its limit.
public enum Colour {
    /// 正常
    GREEN,
    /// 临期
    ORANGE,
    /// 超期
    RED,
    /// 暂停计时: an objection is open
    STOPPED
}
