package cn.shouwang.monitoring.identification;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked in a household's case. `on` may lie in the past, since paper is entered late,
/// but not before the step before it and never in the future.
sealed interface IdentificationCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of the register.
    @TargetAggregateIdentifier
    default IdentificationId identification() {
        return new IdentificationId(household());
    }

    /// The software opens one for a granted appeal.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER, SYSTEM})
    record OpenIdentification(
            HouseholdId household, @Nullable ClueId clue, LocalDate visitBy, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER})
    record RecordVisit(HouseholdId household, VisitForm form) implements IdentificationCommand {

        @Override
        public LocalDate on() {
            return form.on();
        }
    }

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER})
    record SignAuthorization(
            HouseholdId household, MemberId signer, Signature how, boolean filledByHelper, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record HoldAppraisal(HouseholdId household, Appraisal appraisal, LocalDate on) implements IdentificationCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record StartPublicity(HouseholdId household, String place, String notice, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record RaiseObjection(HouseholdId household, Objector by, String text, LocalDate on)
            implements IdentificationCommand {}

    /// `on` is the day the objector was told.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record ResolveObjection(HouseholdId household, int objection, boolean upheld, String explanation, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record EndPublicity(HouseholdId household, LocalDate on) implements IdentificationCommand {}

    /// `sampled` when the town saw the household for itself.
    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY})
    record PassTownReview(HouseholdId household, String opinion, boolean sampled, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY})
    record ReturnFromTown(HouseholdId household, String reason, LocalDate on) implements IdentificationCommand {}

    /// `ground` is needed for sudden hardship below the line.
    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record Determine(
            HouseholdId household,
            String decisionNo,
            Finding finding,
            @Nullable String ground,
            LocalDate on) implements IdentificationCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, TOWN_PARTY_SECRETARY, COUNTY_OFFICER, COUNTY_LEADER})
    record Reject(HouseholdId household, RejectionReason reason, String explanation, LocalDate on)
            implements IdentificationCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record Announce(HouseholdId household, String place, LocalDate on) implements IdentificationCommand {}
}
