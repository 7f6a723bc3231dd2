package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.calendar.WorkingDays;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// By when a clue must have an outcome. The day in force is stored with each clue.
///
/// Default: 5 working days, the term for the village's visit in a county of Gansu (other places ask
/// for 2 or 3 days); the county's own document names no number. Each level that takes over has the
/// same term again.
@Component
final class ClueTerms {

    private final WorkingDays calendar;
    private final int workingDays;

    ClueTerms(WorkingDays calendar, @Value("${shouwang.clue.visit-working-days}") int workingDays) {
        this.calendar = calendar;
        this.workingDays = workingDays;
    }

    LocalDate dueOn(LocalDate from) {
        return calendar.plusWorkingDays(from, workingDays);
    }
}
