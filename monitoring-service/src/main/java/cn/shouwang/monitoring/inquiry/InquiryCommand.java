package cn.shouwang.monitoring.inquiry;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;

import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked in an inquiry. The county asks the departments and enters what they answer.
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
}
