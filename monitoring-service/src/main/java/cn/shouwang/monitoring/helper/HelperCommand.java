package cn.shouwang.monitoring.helper;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.platform.security.AllowedTo;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked about a household's helper and visits. `on` may lie in the past but never in
/// the future.
sealed interface HelperCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside those of register, cases and help.
    @TargetAggregateIdentifier
    default HelperId helper() {
        return new HelperId(household());
    }

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record AssignHelper(HouseholdId household, String account, Contact contact, Office office, LocalDate on)
            implements HelperCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record ReplaceHelper(HouseholdId household, String account, Contact contact, Office office, LocalDate on)
            implements HelperCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record EndHelper(HouseholdId household, LocalDate on) implements HelperCommand {}

    /// `SYSTEM` when a work team recorded it.
    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, SYSTEM})
    record RecordVisit(HouseholdId household, VisitId visit, Call call, Instant at, LocalDate on)
            implements HelperCommand {}

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record CorrectVisit(HouseholdId household, VisitId visit, VisitId corrects, Call call, Instant at, LocalDate on)
            implements HelperCommand {}
    /// `digest` is the SHA-256 of the file, by which the visit may have named the photo.
    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record AddVisitPhoto(HouseholdId household, VisitId visit, String digest, KeptPhoto photo, LocalDate on)
            implements HelperCommand {}
}
