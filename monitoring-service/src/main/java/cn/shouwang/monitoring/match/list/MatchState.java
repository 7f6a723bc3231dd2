package cn.shouwang.monitoring.match.list;

/// Where a proposal stands.
enum MatchState {
    OPEN,
    CONFIRMED,
    DECLINED,
    LAPSED
}
