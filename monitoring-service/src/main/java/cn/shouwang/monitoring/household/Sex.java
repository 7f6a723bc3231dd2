package cn.shouwang.monitoring.household;

/// As the papers say. Stored by name: add, never rename.
public enum Sex {
    MALE,
    FEMALE
}
