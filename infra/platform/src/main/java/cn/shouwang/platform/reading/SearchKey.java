package cn.shouwang.platform.reading;

/// By what a person is searched for. Stored by name: add, never rename.
public enum SearchKey {
    DOCUMENT,
    PHONE,
    NAME
}
