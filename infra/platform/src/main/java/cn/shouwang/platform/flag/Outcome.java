package cn.shouwang.platform.flag;

/// How a checker closes a flag. Stored by name: add, never rename.
public enum Outcome {
    /// Explained well enough, or harmless by itself.
    SETTLED,
    /// To be gone after, outside of this list or within.
    FOLLOW_UP;

    FlagState state() {
        return FlagState.valueOf(name());
    }
}
