package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;

/// Where a report stands. Part of the answers of this service: add, never rename.
public enum ReportState {
    SUBMITTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    RESULT_TOLD;

    /// Where the report stands after `event`.
    public static ReportState after(ReportEvent event) {
        return switch (event) {
            case Arrival _ -> SUBMITTED;
            case ReportAccepted _ -> ACCEPTED;
            case ReportRefused _, RefusalTold _ -> REFUSED;
            case ReportWithdrawn _ -> WITHDRAWN;
            case ResultTold _ -> RESULT_TOLD;
        };
    }
}
