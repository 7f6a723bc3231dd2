package cn.shouwang.monitoring.duplicate;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a pair. A town's office decides what lies in the town; what lies in two towns
/// it does not reach, and the county decides. `on` may lie in the past but never in the future.
sealed interface DuplicateCommand {

    DuplicateId duplicate();

    LocalDate on();

    @AllowedTo(SYSTEM)
    record ProposeDuplicate(
            @TargetAggregateIdentifier DuplicateId duplicate,
            Pair pair,
            List<Ground> grounds,
            SideId newer,
            Instant enteredAt,
            LocalDate on)
            implements DuplicateCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record MergeDuplicate(@TargetAggregateIdentifier DuplicateId duplicate, SideId kept, String reason, LocalDate on)
            implements DuplicateCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record DismissDuplicate(@TargetAggregateIdentifier DuplicateId duplicate, String reason, LocalDate on)
            implements DuplicateCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record UndoMerge(@TargetAggregateIdentifier DuplicateId duplicate, String reason, LocalDate on)
            implements DuplicateCommand {}
}
