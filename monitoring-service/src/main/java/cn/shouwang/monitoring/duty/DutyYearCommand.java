package cn.shouwang.monitoring.duty;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a year's duties.
sealed interface DutyYearCommand {

    /// Hands out what the catalogue of day `on` has for the year and was not handed out yet.
    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record IssueDuties(@TargetAggregateIdentifier DutyYearId year, LocalDate on) implements DutyYearCommand {}
}
