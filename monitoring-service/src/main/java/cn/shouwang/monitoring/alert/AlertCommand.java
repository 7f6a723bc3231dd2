package cn.shouwang.monitoring.alert;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.monitoring.batch.BatchId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.Hit;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of an alert.
sealed interface AlertCommand {

    AlertId alert();

    LocalDate on();

    @AllowedTo(SYSTEM)
    record RaiseAlert(
            @TargetAggregateIdentifier AlertId alert,
            BatchId batch,
            Dataset dataset,
            LocalDate edition,
            List<RiskType> risks,
            Hit hit,
            LocalDate on)
            implements AlertCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record CloseAlert(@TargetAggregateIdentifier AlertId alert, CloseReason reason, LocalDate on)
            implements AlertCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record DispatchAlert(@TargetAggregateIdentifier AlertId alert, LocalDate on) implements AlertCommand {}

    @AllowedTo(SYSTEM)
    record VerifyAlert(@TargetAggregateIdentifier AlertId alert, ClueOutcome outcome, LocalDate on)
            implements AlertCommand {}
}
