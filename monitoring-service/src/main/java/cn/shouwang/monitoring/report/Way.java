package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;

/// How a report came in. Stored by name: add, never rename.
public enum Way {
    /// 扫码自主申报: the household itself, on a phone, without an account.
    QR,
    /// 委托申报: someone else on a phone, for the household.
    DELEGATED,
    /// 电话申报: a call, written down by a clerk.
    PHONE,
    /// 窗口申报: at the village window, entered by a clerk for the household.
    WINDOW;

    /// The way of a report that came in.
    public static Way of(Arrival arrival) {
        return switch (arrival) {
            case SelfReportSubmitted _ -> QR;
            case DelegatedReportSubmitted _ -> DELEGATED;
            case PhoneReportRecorded _ -> PHONE;
            case WindowReportRecorded _ -> WINDOW;
        };
    }
}
