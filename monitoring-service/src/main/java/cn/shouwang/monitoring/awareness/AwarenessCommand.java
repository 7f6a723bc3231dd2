package cn.shouwang.monitoring.awareness;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be recorded of a place. `on` may lie in the past but never in the future.
sealed interface AwarenessCommand {

    AwarenessId place();

    LocalDate on();

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record RecordTraining(
            @TargetAggregateIdentifier AwarenessId place,
            TrainingKind kind,
            String topic,
            int attendees,
            String evidence,
            LocalDate on)
            implements AwarenessCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record RecordSheets(@TargetAggregateIdentifier AwarenessId place, SheetKind kind, int households, LocalDate on)
            implements AwarenessCommand {}
}
