package cn.shouwang.monitoring.removal;

/// How a household came out of its risk. Stored and published by name: add, never rename.
public enum RemovalMode {
    /// 帮扶消除
    BY_ASSISTANCE,
    /// 自然消除: by itself, with a recorded reason
    NATURAL
}
