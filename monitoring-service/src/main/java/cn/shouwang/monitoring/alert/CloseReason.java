package cn.shouwang.monitoring.alert;

/// Why an alert leads no further. In words of a list, since free text about a household would be personal.
/// Stored by name: add, never rename.
public enum CloseReason {
    /// 已是监测对象且已有帮扶
    ALREADY_MONITORED,
    /// 已核实,无返贫致贫风险
    NO_RISK,
    /// 已享受政策,困难已解决
    POLICY_SOLVED,
    /// 部门数据有误
    DATA_WRONG,
    /// 与其他预警或线索重复
    DUPLICATE,
    /// 已不在本地居住
    LIVES_ELSEWHERE,
    /// 慎重核查后不影响认定
    CHECKED_HARMLESS
}
