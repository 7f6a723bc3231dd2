package cn.shouwang.monitoring.removal;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.VisitForm;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked on a household's way out. `on` may lie in the past, since paper is entered late, but
/// not before the step before it and never in the future.
sealed interface RemovalCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household, beside that of its cases.
    @TargetAggregateIdentifier
    default RemovalId removal() {
        return new RemovalId(household());
    }

    /// `reason` is needed when the household came out by itself.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record ProposeRemoval(
            HouseholdId household,
            RemovalMode mode,
            @Nullable String reason,
            LocalDate on) implements RemovalCommand {}

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER})
    record RecordExitVisit(
            HouseholdId household,
            VisitForm form,
            int stableMonths,
            boolean expenseSolved,
            List<RiskType> risksGone,
            boolean newRisk)
            implements RemovalCommand {

        @Override
        public LocalDate on() {
            return form.on();
        }
    }

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record HoldExitAppraisal(HouseholdId household, ExitAppraisal appraisal, LocalDate on) implements RemovalCommand {}

    @AllowedTo({TOWN_OFFICE, TOWN_PARTY_SECRETARY})
    record ReviewRemoval(HouseholdId household, boolean passed, String opinion, LocalDate on)
            implements RemovalCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record DetermineRemoval(HouseholdId household, String decisionNo, LocalDate on) implements RemovalCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, TOWN_PARTY_SECRETARY, COUNTY_OFFICER, COUNTY_LEADER})
    record DropRemoval(HouseholdId household, String reason, LocalDate on) implements RemovalCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record RevertRemoval(HouseholdId household, String reason, LocalDate on) implements RemovalCommand {}

    /// Follows from the register, so nobody asks for it but the register.
    @AllowedTo(SYSTEM)
    record RecordNaturalDecrease(HouseholdId household, DecreaseGround ground, LocalDate on)
            implements RemovalCommand {}
}
