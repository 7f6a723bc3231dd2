package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import java.util.Optional;

/// Where a report stands. Part of the answers of this service: add, never rename.
public enum ReportState {
    SUBMITTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    RESULT_TOLD;

    /// Where the report stands after `event`; empty for an event that leaves it where it was.
    public static Optional<ReportState> after(ReportEvent event) {
        return switch (event) {
            case Arrival _ -> Optional.of(SUBMITTED);
            case ReportAccepted _ -> Optional.of(ACCEPTED);
            case ReportRefused _, RefusalTold _ -> Optional.of(REFUSED);
            case ReportWithdrawn _ -> Optional.of(WITHDRAWN);
            case ResultTold _ -> Optional.of(RESULT_TOLD);
            case WithdrawalUnproven _, MarkedAsCrowded _, PhotoAdded _ -> Optional.empty();
        };
    }
}
