package cn.shouwang.monitoring.duty;

import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a duty. `division` is the town it binds, or the county for a department.
public sealed interface DutyEvent extends Placed {

    DutyId duty();

    LocalDate on();

    /// `edition` is the first day of the edition of the catalogue it follows from.
    @Stored("duty.assigned")
    @Revision("1")
    record DutyAssigned(
            DutyId duty, String division, String title, String clause, LocalDate dueOn, LocalDate edition, LocalDate on)
            implements DutyEvent {}

    /// Done, says account `reporter`; `evidence` refers to the papers.
    @Stored("duty.reported")
    @Revision("1")
    record DutyReported(DutyId duty, String division, String evidence, String reporter, LocalDate on)
            implements DutyEvent {}

    /// `late` when it was reported after its day.
    @Decides(on = DutyReported.class)
    @Stored("duty.confirmed")
    @Revision("1")
    record DutyConfirmed(DutyId duty, String division, boolean late, LocalDate on) implements DutyEvent {}

    /// Not done yet, or not proved; it is to be reported again.
    @Decides(on = DutyReported.class)
    @Stored("duty.returned")
    @Revision("1")
    record DutyReturned(DutyId duty, String division, String reason, LocalDate on) implements DutyEvent {}

    @Stored("duty.postponed")
    @Revision("1")
    record DutyPostponed(DutyId duty, String division, LocalDate dueOn, String reason, LocalDate on)
            implements DutyEvent {}
}
