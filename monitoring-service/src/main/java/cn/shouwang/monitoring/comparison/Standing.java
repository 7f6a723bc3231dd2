package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.household.BaseType;

/// What a household is to a rule: thresholds differ by it. Stored by name: add, never rename.
public enum Standing {
    /// 监测对象, whatever it was before
    MONITORED(0),
    /// 脱贫户
    LIFTED(1),
    /// 一般农户
    ORDINARY(2);

    private final int code;

    Standing(int code) {
        this.code = code;
    }

    /// Its number in the tables of a comparison.
    int code() {
        return code;
    }

    static Standing of(BaseType baseType, boolean monitored) {
        if (monitored) {
            return MONITORED;
        }
        return switch (baseType) {
            case LIFTED -> LIFTED;
            case ORDINARY -> ORDINARY;
        };
    }
}
