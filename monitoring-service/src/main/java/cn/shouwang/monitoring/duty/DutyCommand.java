package cn.shouwang.monitoring.duty;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.DEPARTMENT_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a duty. `on` may lie in the past, but not before the duty was assigned.
sealed interface DutyCommand {

    DutyId duty();

    LocalDate on();

    @AllowedTo(SYSTEM)
    record AssignDuty(
            @TargetAggregateIdentifier DutyId duty,
            String title,
            String clause,
            LocalDate dueOn,
            LocalDate edition,
            LocalDate on)
            implements DutyCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY, COUNTY_OFFICER, DEPARTMENT_OFFICER})
    record ReportDuty(@TargetAggregateIdentifier DutyId duty, String evidence, LocalDate on) implements DutyCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record ConfirmDuty(@TargetAggregateIdentifier DutyId duty, LocalDate on) implements DutyCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record ReturnDuty(@TargetAggregateIdentifier DutyId duty, String reason, LocalDate on) implements DutyCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record PostponeDuty(@TargetAggregateIdentifier DutyId duty, LocalDate dueOn, String reason, LocalDate on)
            implements DutyCommand {}
}
