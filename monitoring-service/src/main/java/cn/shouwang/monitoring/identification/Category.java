package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.BaseType;

/// The three kinds of monitored household. Stored and published by name: add, never rename.
public enum Category {
    /// 脱贫不稳定户
    UNSTABLE_LIFTED,
    /// 边缘易致贫户
    MARGINAL,
    /// 突发严重困难户
    SUDDEN_HARDSHIP;

    /// Whether a household of that base type may get this category (rule M1).
    public boolean suits(BaseType baseType) {
        return switch (this) {
            case UNSTABLE_LIFTED -> baseType == BaseType.LIFTED;
            case MARGINAL -> baseType == BaseType.ORDINARY;
            case SUDDEN_HARDSHIP -> true;
        };
    }

    /// Whether a household of that base type may have this category by its income (rules M1 and
    /// M2). Sudden hardship may also be found under the line, for a ground that people give.
    public boolean isOpenTo(BaseType baseType, boolean withinLine) {
        return suits(baseType) && (this == SUDDEN_HARDSHIP || withinLine);
    }

    /// The category that is given by income alone.
    public static Category byIncome(BaseType baseType) {
        return baseType == BaseType.LIFTED ? UNSTABLE_LIFTED : MARGINAL;
    }
}
