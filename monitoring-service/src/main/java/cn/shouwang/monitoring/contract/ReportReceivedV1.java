package cn.shouwang.monitoring.contract;

import java.time.LocalDate;

/// `monitoring.report-received.v1`: a report of hardship came in, whatever becomes of it. `way` is QR,
/// DELEGATED, PHONE or WINDOW.
public record ReportReceivedV1(String report, String village, String way, LocalDate receivedOn) {}
