package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clock.ClockEvent.CaseEscalated;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;

/// Clocks by which every step is due in three working days, told a day before, and which rise again
/// after two.
public final class Ticking {

    public static final WorkingDays CALENDAR = WorkingDays.announced();
    public static final ClockLimits LIMITS = limits();

    /// The visit of the case was due on Tuesday 4 November 2025.
    public static final CaseEscalated RISEN = new CaseEscalated(
            Case.HOUSEHOLD,
            Case.VILLAGE,
            1,
            CaseStep.VISIT,
            Case.november(1),
            Case.november(4),
            ClueLevel.TOWN,
            Case.november(7),
            Case.november(5));

    private Ticking() {}

    static CaseClocks clocks(List<IdentificationEvent> history) {
        return new CaseClocks(_ -> history.stream(), LIMITS, CALENDAR);
    }

    private static ClockLimits limits() {
        var steps = new EnumMap<CaseStep, Integer>(CaseStep.class);
        List.of(CaseStep.values()).forEach(step -> steps.put(step, 3));
        return new ClockLimits(List.of(new ClockLimits.Edition(LocalDate.of(2021, 1, 1), steps, 1, 2, "a document")));
    }
}
