package cn.shouwang.monitoring.inquiry;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked in an inquiry. The county asks the departments and enters what they answer;
/// whoever is on the ground enters that a household takes its authorization back.
sealed interface InquiryCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default InquiryId inquiry() {
        return new InquiryId(household());
    }

    /// `ground` is the id of a legal basis, `reference` what it is called in the county's file.
    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record RequestComparison(
            HouseholdId household, String ground, String reference, List<Dataset> datasets, LocalDate on)
            implements InquiryCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record SpareComparison(HouseholdId household, String paper, LocalDate on) implements InquiryCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record ReturnComparison(HouseholdId household, List<Hit> hits, LocalDate on) implements InquiryCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record WeighHits(HouseholdId household, String ground, LocalDate on) implements InquiryCommand {}

    /// `on` is the day on which the household said so.
    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record WithdrawAuthorization(HouseholdId household, LocalDate on) implements InquiryCommand {}
}
