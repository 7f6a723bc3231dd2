package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to a household on the register.
///
/// This service's own history; other services read the published contract instead. A component may
/// be added, never renamed, retyped or removed. `division` is the village, `on` the day the fact was
/// true there; when it was recorded, and by whom, is metadata.
public sealed interface HouseholdEvent extends Placed {

    HouseholdId household();

    LocalDate on();

    /// `nationalNumber` is the 户编号 of the national system, opaque; until revision 2 it was told
    /// only afterwards, in a description.
    @Stored("household.registered")
    @Revision("2")
    record HouseholdRegistered(
            HouseholdId household,
            String division,
            BaseType baseType,
            @Nullable @Personal String address,
            @Nullable @Personal Phone phone,
            @Nullable @Personal String nationalNumber,
            LocalDate on)
            implements HouseholdEvent {

        public HouseholdRegistered(
                HouseholdId household,
                String division,
                BaseType baseType,
                @Nullable String address,
                @Nullable Phone phone,
                LocalDate on) {
            this(household, division, baseType, address, phone, null, on);
        }
    }

    /// `reason` is absent for somebody who belongs to the household from its first day, and where
    /// nobody asked: until revision 2 nobody did. `nationalNumber` is the 人编号 of the national
    /// system, opaque, told here since revision 3, as is `from`: the household out of which
    /// somebody moved into this.
    @Stored("household.member-added")
    @Revision("3")
    record MemberAdded(
            HouseholdId household,
            String division,
            MemberId member,
            @Whose("member") Person person,
            @Nullable IncreaseReason reason,
            @Nullable @Whose("member") @Personal String nationalNumber,
            @Nullable HouseholdId from,
            LocalDate on)
            implements HouseholdEvent {

        public MemberAdded(
                HouseholdId household,
                String division,
                MemberId member,
                Person person,
                @Nullable IncreaseReason reason,
                LocalDate on) {
            this(household, division, member, person, reason, null, null, on);
        }

        public MemberAdded(HouseholdId household, String division, MemberId member, Person person, LocalDate on) {
            this(household, division, member, person, null, null, null, on);
        }
    }

    /// `person` replaces all that was known of the member.
    @Stored("household.member-corrected")
    @Revision("1")
    record MemberCorrected(
            HouseholdId household,
            String division,
            MemberId member,
            @Whose("member") Person person,
            LocalDate on) implements HouseholdEvent {}

    /// `to` is there for somebody who moves into another household of the county: since revision 2.
    @Stored("household.member-decreased")
    @Revision("2")
    record MemberDecreased(
            HouseholdId household,
            String division,
            MemberId member,
            DecreaseReason reason,
            @Nullable Destination to,
            LocalDate on)
            implements HouseholdEvent {

        public MemberDecreased(
                HouseholdId household, String division, MemberId member, DecreaseReason reason, LocalDate on) {
            this(household, division, member, reason, null, on);
        }

        /// Another household, and what the member is to its head.
        public record Destination(HouseholdId household, Relation relation) {}
    }

    /// A remaining member takes the place of a head who is gone. The others keep the relation they had
    /// to the former head until it is corrected.
    @Stored("household.head-named")
    @Revision("1")
    record HeadNamed(HouseholdId household, String division, MemberId member, LocalDate on) implements HouseholdEvent {}

    /// The base type is said to be wrong: `baseType` would hold since `on`. `reason` and the paper
    /// that shows it are the words of whoever disputes. Nothing changes before somebody else has
    /// confirmed it.
    @Stored("household.base-type-disputed")
    @Revision("1")
    record BaseTypeDisputed(
            HouseholdId household,
            String division,
            BaseType baseType,
            @Personal String reason,
            @Personal String evidence,
            LocalDate on)
            implements HouseholdEvent {}

    /// `baseType` holds since `on`, the day that was named in the dispute; decided on `decidedOn`.
    @Stored("household.base-type-corrected")
    @Revision("1")
    record BaseTypeCorrected(
            HouseholdId household, String division, BaseType baseType, LocalDate decidedOn, LocalDate on)
            implements HouseholdEvent {}

    /// The base type stays what it was.
    @Stored("household.base-type-upheld")
    @Revision("1")
    record BaseTypeUpheld(
            HouseholdId household,
            String division,
            @Personal String reason,
            LocalDate on) implements HouseholdEvent {}

    /// Further data of a member. Each part that is there replaces what was known of it; the others stay.
    @Stored("household.member-described")
    @Revision("1")
    record MemberDescribed(
            HouseholdId household,
            String division,
            MemberId member,
            @Whose("member") MemberProfile profile,
            LocalDate on)
            implements HouseholdEvent {}

    /// Further data of the household, part by part as well.
    @Stored("household.described")
    @Revision("1")
    record HouseholdDescribed(HouseholdId household, String division, HouseholdProfile profile, LocalDate on)
            implements HouseholdEvent {}
}
