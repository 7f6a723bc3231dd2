package cn.shouwang.monitoring.household;

/// What the register said of the household when the poverty fight ended; fixed since then. It may
/// have been entered wrongly, and is then corrected with its evidence by two people.
///
/// Source: household type of the national form. Stored by name: add, never rename.
public enum BaseType {
    /// 脱贫户: on the register of poor households before 2021, and lifted
    LIFTED,
    /// 一般农户: every other rural household
    ORDINARY
}
