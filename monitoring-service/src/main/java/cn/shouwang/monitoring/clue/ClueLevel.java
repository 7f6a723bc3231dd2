package cn.shouwang.monitoring.clue;

/// The office that must see to a clue. Stored by name: add, never rename.
public enum ClueLevel {
    VILLAGE,
    TOWN,
    COUNTY;

    /// The level a clue rises to; the county stays the county.
    public ClueLevel above() {
        return this == VILLAGE ? TOWN : COUNTY;
    }
}
