package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.income.IncomeTerms.Edition;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/// Which twelve months a sheet tells of. Stored by name: add, never rename.
public enum Window {
    /// 识别前十二个整月: it ends with the month before the visit
    TRAILING,
    /// 年度采集周期: the last yearly cycle that was over on the day of the visit
    ANNUAL;

    /// What a span is for a visit on `on`; empty when it is neither. One that is both is trailing.
    static Optional<Window> of(LocalDate from, LocalDate to, LocalDate on, Edition terms) {
        if (!from.plusMonths(terms.months()).equals(to.plusDays(1))) {
            return Optional.empty();
        }
        if (to.equals(on.withDayOfMonth(1).minusDays(1))) {
            return Optional.of(TRAILING);
        }
        var isLastCycle = MonthDay.from(from).equals(terms.annualFrom())
                && to.isBefore(on)
                && !to.plusMonths(terms.months()).isBefore(on);
        return isLastCycle ? Optional.of(ANNUAL) : Optional.empty();
    }
}
