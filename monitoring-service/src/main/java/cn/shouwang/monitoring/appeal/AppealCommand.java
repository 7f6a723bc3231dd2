package cn.shouwang.monitoring.appeal;

import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked in an appeal. The household appeals at the window of village or town; the town answers,
/// and `on` is then the day on which the household was told.
sealed interface AppealCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default AppealId appeal() {
        return new AppealId(household());
    }

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record FileAppeal(HouseholdId household, String text, LocalDate on) implements AppealCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY})
    record DismissAppeal(HouseholdId household, String explanation, LocalDate on) implements AppealCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY})
    record GrantAppeal(HouseholdId household, String explanation, LocalDate visitBy, LocalDate on)
            implements AppealCommand {}
}
