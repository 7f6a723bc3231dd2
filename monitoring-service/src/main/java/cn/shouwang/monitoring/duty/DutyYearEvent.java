package cn.shouwang.monitoring.duty;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to the duties of a county and year as a whole. `division` is the county.
public sealed interface DutyYearEvent extends Placed {

    DutyYearId year();

    LocalDate on();

    /// These duties are handed out, none of which was before; `edition` is the first day of the edition of
    /// the catalogue they follow from.
    @Stored("duty-year.issued")
    @Revision("1")
    record DutiesIssued(DutyYearId year, String division, LocalDate edition, List<Assignment> duties, LocalDate on)
            implements DutyYearEvent {}
}
