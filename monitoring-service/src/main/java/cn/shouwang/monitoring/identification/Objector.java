package cn.shouwang.monitoring.identification;

/// What kind of person objects; who it is stays in the village. Stored by name: add, never rename.
public enum Objector {
    HOUSEHOLD,
    VILLAGER,
    CADRE,
    ANONYMOUS
}
