package cn.shouwang.monitoring.awareness;

/// The two plain-language sheets, of which both are to reach everyone they are for. Stored by name: add,
/// never rename.
public enum SheetKind {
    /// 申报明白纸: for every rural household
    APPLICATION_SHEET,
    /// 政策明白纸: for every monitored household
    POLICY_SHEET
}
