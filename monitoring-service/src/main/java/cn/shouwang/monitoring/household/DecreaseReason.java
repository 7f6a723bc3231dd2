package cn.shouwang.monitoring.household;

/// Why a person no longer counts as a member (自然减少). Stored by name: add, never rename.
public enum DecreaseReason {
    /// 死亡
    DEATH,
    /// 婚出
    MARRIED_OUT,
    /// 户籍迁出
    MOVED_OUT,
    /// 转入本县另一户
    OTHER_HOUSEHOLD,
    /// 服刑
    IMPRISONED,
    /// 长期失联
    LOST_CONTACT,
    /// 其他
    OTHER
}
