package cn.shouwang.monitoring.household;

/// Ability to work, the field 劳动技能 of the national form. Stored and published by name: add, never
/// rename.
public enum LabourAbility {
    /// 普通劳动力
    ORDINARY,
    /// 技能劳动力
    SKILLED,
    /// 弱劳动力或半劳动力
    WEAK_OR_HALF,
    /// 丧失劳动力
    LOST,
    /// 无劳动力: too young, too old, or still at school
    NONE;

    /// Whether such a person can work, if only partly.
    public boolean canWork() {
        return this == ORDINARY || this == SKILLED || this == WEAK_OR_HALF;
    }
}
