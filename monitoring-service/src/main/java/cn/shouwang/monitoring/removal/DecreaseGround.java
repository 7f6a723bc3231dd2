package cn.shouwang.monitoring.removal;

/// Why nobody is left. Stored and published by name: add, never rename.
public enum DecreaseGround {
    /// 整户死亡
    ALL_DIED,
    /// 整户迁出, or otherwise gone while alive, at least in part
    ALL_LEFT
}
