package cn.shouwang.monitoring.line.whatif;

/// Where a household's income stands to the line in force and to the other one.
enum Movement {
    /// 将进入监测范围: above the line in force, within the other
    ENTERS,
    /// 将退出监测范围: within the line in force, above the other
    LEAVES,
    /// 仍在监测范围内
    STAYS,
    /// 均在监测范围外
    OUTSIDE;

    static Movement of(boolean before, boolean after) {
        if (before) {
            return after ? STAYS : LEAVES;
        }
        return after ? ENTERS : OUTSIDE;
    }
}
