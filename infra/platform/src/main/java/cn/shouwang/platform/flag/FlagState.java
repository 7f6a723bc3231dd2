package cn.shouwang.platform.flag;

/// What became of a flag. Stored by name: add, never rename.
enum FlagState {
    /// Nobody said anything yet.
    OPEN,
    /// The account or office said why; nobody has looked at it yet.
    EXPLAINED,
    /// Somebody has to go after it; it may be explained again.
    FOLLOW_UP,
    /// It is well. The end.
    SETTLED
}
