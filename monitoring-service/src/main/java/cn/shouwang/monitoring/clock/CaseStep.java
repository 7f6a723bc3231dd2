package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.clue.ClueLevel;

/// What a case waits for, and at which level. Stored by name: add, never rename.
public enum CaseStep {
    /// 入户核实
    VISIT(ClueLevel.VILLAGE),
    /// 签署承诺授权书
    AUTHORIZE(ClueLevel.VILLAGE),
    /// 民主评议
    APPRAISE(ClueLevel.VILLAGE),
    /// 公示
    PUBLICISE(ClueLevel.VILLAGE),
    /// 结束公示
    TAKE_DOWN(ClueLevel.VILLAGE),
    /// 不予提名的答复
    REJECT(ClueLevel.VILLAGE),
    /// 镇审核
    REVIEW(ClueLevel.TOWN),
    /// 县审定
    DETERMINE(ClueLevel.COUNTY),
    /// 公告
    ANNOUNCE(ClueLevel.TOWN);

    private final ClueLevel level;

    CaseStep(ClueLevel level) {
        this.level = level;
    }

    ClueLevel level() {
        return level;
    }
}
