package cn.shouwang.monitoring.household;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked of the register. `on` may lie in the past, since changes are entered late, but
/// never in the future.
sealed interface HouseholdCommand {

    HouseholdId household();

    LocalDate on();

    /// `members` in the order of the hukou book; one of them is the head. The software registers what was
    /// approved as a file, see [Newcomers].
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER, SYSTEM})
    record RegisterHousehold(
            @TargetAggregateIdentifier HouseholdId household,
            String village,
            BaseType baseType,
            @Nullable String address,
            @Nullable Phone phone,
            @Nullable String nationalNumber,
            List<Joining> members,
            LocalDate on)
            implements HouseholdCommand {

        /// Someone who belongs to the household from its first day on the register.
        record Joining(
                MemberId member, Person person, @Nullable String nationalNumber) {

            Joining(MemberId member, Person person) {
                this(member, person, null);
            }
        }

        RegisterHousehold(
                HouseholdId household,
                String village,
                BaseType baseType,
                @Nullable String address,
                @Nullable Phone phone,
                List<Joining> members,
                LocalDate on) {
            this(household, village, baseType, address, phone, null, members, on);
        }
    }

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record AddMember(
            @TargetAggregateIdentifier HouseholdId household,
            MemberId member,
            Person person,
            @Nullable IncreaseReason reason,
            LocalDate on)
            implements HouseholdCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record CorrectMember(@TargetAggregateIdentifier HouseholdId household, MemberId member, Person person, LocalDate on)
            implements HouseholdCommand {}

    /// `newHead` is named when the head leaves others behind, and only then.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record DecreaseMember(
            @TargetAggregateIdentifier HouseholdId household,
            MemberId member,
            DecreaseReason reason,
            @Nullable MemberId newHead,
            LocalDate on)
            implements HouseholdCommand {}

    /// Out of this household and into `to`, where the member will be `relation` to the head (rule
    /// M13). `newHead` as in [DecreaseMember].
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record MoveMember(
            @TargetAggregateIdentifier HouseholdId household,
            MemberId member,
            HouseholdId to,
            Relation relation,
            @Nullable MemberId newHead,
            LocalDate on)
            implements HouseholdCommand {}

    /// The other half of a move; asked for by the software alone.
    @AllowedTo(SYSTEM)
    record AdmitMember(
            @TargetAggregateIdentifier HouseholdId household,
            MemberId member,
            Person person,
            MemberProfile profile,
            HouseholdId from,
            LocalDate on)
            implements HouseholdCommand {}

    /// `on` is the day since which `baseType` holds; `evidence` names the paper that shows it.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record DisputeBaseType(
            @TargetAggregateIdentifier HouseholdId household,
            BaseType baseType,
            String reason,
            String evidence,
            LocalDate on)
            implements HouseholdCommand {}

    /// `on` is the day of the decision. Who disputed does not confirm.
    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record CorrectBaseType(@TargetAggregateIdentifier HouseholdId household, LocalDate on)
            implements HouseholdCommand {}

    /// Lays the dispute down; who disputed may do so too.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record UpholdBaseType(@TargetAggregateIdentifier HouseholdId household, String reason, LocalDate on)
            implements HouseholdCommand {}

    /// Tells more of a member; parts that are absent stay as they are.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record DescribeMember(
            @TargetAggregateIdentifier HouseholdId household, MemberId member, MemberProfile profile, LocalDate on)
            implements HouseholdCommand {}

    /// Tells more of the household; parts that are absent stay as they are.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER})
    record DescribeHousehold(@TargetAggregateIdentifier HouseholdId household, HouseholdProfile profile, LocalDate on)
            implements HouseholdCommand {}
}
