package cn.shouwang.monitoring.line;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the line of an area and year. `division` is the area.
public sealed interface LineEvent extends Placed {

    LineId line();

    /// What the line says from now on.
    LineTerms terms();

    LocalDate on();

    @Stored("line.published")
    @Revision("1")
    record IncomeLinePublished(LineId line, String division, LineTerms terms, LocalDate on) implements LineEvent {}

    /// A further version; decisions made under the earlier ones stand.
    @Stored("line.corrected")
    @Revision("1")
    record IncomeLineCorrected(LineId line, String division, LineTerms terms, String reason, LocalDate on)
            implements LineEvent {}
}
