package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.calendar.WorkingDays;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// By when a report must be answered. The days in force are stored with each report.
///
/// Defaults: accepted within 2 calendar days (a rule of Anhui), a refusal told within 5 working
/// days (a rule of a county in Gansu); the county's own document names no number.
@Component
final class ReportTerms {

    private final WorkingDays calendar;
    private final int acceptDays;
    private final int tellWorkingDays;

    ReportTerms(
            WorkingDays calendar,
            @Value("${shouwang.report.accept-days}") int acceptDays,
            @Value("${shouwang.report.refusal-notice-working-days}") int tellWorkingDays) {
        this.calendar = calendar;
        this.acceptDays = acceptDays;
        this.tellWorkingDays = tellWorkingDays;
    }

    /// Last day to accept or refuse a report that came in on `arrival`.
    LocalDate acceptBy(LocalDate arrival) {
        return arrival.plusDays(acceptDays);
    }

    /// Last day to tell the household of a refusal decided on `refusal`.
    LocalDate tellBy(LocalDate refusal) {
        return calendar.plusWorkingDays(refusal, tellWorkingDays);
    }
}
