package cn.shouwang.monitoring.quality;

/// How far an issue is.
public enum IssueState {
    /// 待处理
    OPEN,
    /// 已交办: an office is to put it right
    ASSIGNED,
    /// 已消除: the facts no longer show it
    FIXED,
    /// 已说明: a person said why it is true all the same
    EXPLAINED;

    public boolean isOpen() {
        return this == OPEN || this == ASSIGNED;
    }

    /// The state after an event.
    public static IssueState after(QualityEvent event) {
        return switch (event) {
            case QualityEvent.DataQualityIssueFound _ -> OPEN;
            case QualityEvent.IssueAssigned _ -> ASSIGNED;
            case QualityEvent.IssueFixed _ -> FIXED;
            case QualityEvent.IssueExplained _ -> EXPLAINED;
        };
    }
}
