package cn.shouwang.monitoring.awareness;

/// Whom a training is for. Stored by name: add, never rename.
public enum TrainingKind {
    /// 干部业务培训
    CADRE_TRAINING,
    /// 政策宣传: households hear what they may ask for
    POLICY_AWARENESS
}
