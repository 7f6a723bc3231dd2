package cn.shouwang.monitoring.report;

/// Why a report is not followed. Stored by name: add, never rename.
public enum RefusalReason {
    /// The household lives in another village.
    NOT_THIS_VILLAGE,
    /// Not a rural household.
    NOT_RURAL_HOUSEHOLD,
    /// The household has reported the same before.
    DUPLICATE,
    /// Nobody answers under the phone or in the village.
    CANNOT_CONTACT,
    /// The household said, not by its tracking number, that it takes the report back.
    WITHDRAWN,
    /// Told in words.
    OTHER
}
