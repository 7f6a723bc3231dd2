package cn.shouwang.monitoring.assistance;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked in helping a household. `on` may lie in the past, since paper is entered late, but
/// never in the future.
sealed interface AssistanceCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default AssistanceId assistance() {
        return new AssistanceId(household());
    }

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY, COUNTY_OFFICER, COUNTY_LEADER})
    record GrantUrgentAid(HouseholdId household, String reason, long amountFen, LocalDate on)
            implements AssistanceCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record PlanMeasure(HouseholdId household, MeasureId measure, Plan plan, LocalDate on)
            implements AssistanceCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY, COUNTY_OFFICER, COUNTY_LEADER})
    record ApproveMeasure(HouseholdId household, MeasureId measure, LocalDate on) implements AssistanceCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record RecordDelivery(HouseholdId household, MeasureId measure, long amountFen, String evidence, LocalDate on)
            implements AssistanceCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record EndMeasure(HouseholdId household, MeasureId measure, Ending ending, String result, LocalDate on)
            implements AssistanceCommand {}

    /// Follows from the calendar, so nobody asks for it but the clock.
    @AllowedTo(SYSTEM)
    record FindLack(HouseholdId household, Lack lack, LocalDate on) implements AssistanceCommand {}
}
