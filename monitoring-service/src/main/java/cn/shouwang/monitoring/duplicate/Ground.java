package cn.shouwang.monitoring.duplicate;

/// Why two entries may be one person, the strongest first. Stored by name: add, never rename.
public enum Ground {
    /// The same document, of whatever kind; a temporary reference is none.
    SAME_DOCUMENT,
    /// Two resident ids that one slip of the hand turns into each other.
    DOCUMENT_ONE_OFF,
    /// The same name, written in whatever way, born on the same day, in the same village.
    SAME_NAME_BIRTH_VILLAGE
}
