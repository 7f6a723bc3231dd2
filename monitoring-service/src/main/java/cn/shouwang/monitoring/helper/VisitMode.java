package cn.shouwang.monitoring.helper;

/// How a helper saw a household. Stored by name: add, never rename.
public enum VisitMode {
    /// 入户走访
    ONSITE,
    /// 电话联系
    PHONE,
    /// 视频联系
    VIDEO
}
