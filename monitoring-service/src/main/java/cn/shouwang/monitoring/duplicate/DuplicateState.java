package cn.shouwang.monitoring.duplicate;

/// Where a pair stands. Part of the answers of this service: add, never rename.
public enum DuplicateState {
    /// To be decided, for the first time or again.
    PROPOSED,
    MERGED,
    DISMISSED;

    /// Where the pair stands after `event`.
    public static DuplicateState after(DuplicateEvent event) {
        return switch (event) {
            case DuplicateEvent.DuplicateProposed _, DuplicateEvent.MergeUndone _ -> PROPOSED;
            case DuplicateEvent.DuplicateMerged _ -> MERGED;
            case DuplicateEvent.DuplicateDismissed _ -> DISMISSED;
        };
    }
}
