package cn.shouwang.monitoring.enrolment;

/// Why a file is not registered. Stored by name: add, never rename.
public enum DiscardReason {
    /// 文件选错
    WRONG_FILE,
    /// 错误过多,退回重报
    TOO_MANY_ERRORS,
    /// 已有更新的数据
    SUPERSEDED
}
