package cn.shouwang.monitoring.batch;

/// Why a batch is not compared. Stored by name: add, never rename.
public enum DiscardReason {
    /// 文件选错
    WRONG_FILE,
    /// 错误过多,退回重报
    TOO_MANY_ERRORS,
    /// 依据不足
    BASIS_INSUFFICIENT,
    /// 已有更新的数据
    SUPERSEDED
}
