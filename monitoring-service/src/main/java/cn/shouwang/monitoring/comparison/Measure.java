package cn.shouwang.monitoring.comparison;

/// What a rule measures, and so the unit of its thresholds. A threshold is reached, not exceeded. Stored by
/// name: add, never rename.
public enum Measure {
    /// One amount, in fen.
    AMOUNT,
    /// All amounts of one person in one span, in fen.
    TOTAL,
    /// A whole number of one row: days, months.
    NUMBER,
    /// Rows of one person in one span.
    PRESENT,
    /// Members of an age whom the file does not name.
    ABSENT
}
