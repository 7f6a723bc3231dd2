package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertEvent.AlertClosed;
import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.alert.AlertEvent.AlertRaised;
import cn.shouwang.monitoring.alert.AlertEvent.AlertVerified;

/// How far an alert is. Stored by name in rows: add, never rename.
public enum AlertState {
    /// 待研判
    OPEN,
    /// 已关闭
    CLOSED,
    /// 已转线索
    DISPATCHED,
    /// 已核实
    VERIFIED;

    public static AlertState after(AlertEvent event) {
        return switch (event) {
            case AlertRaised _ -> OPEN;
            case AlertClosed _ -> CLOSED;
            case AlertDispatched _ -> DISPATCHED;
            case AlertVerified _ -> VERIFIED;
        };
    }
}
