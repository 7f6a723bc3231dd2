package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen in the cases of one household.
///
/// This service's own history; other services read the published contract instead. A component may
/// be added, never renamed, retyped or removed; what an event said beside its fact becomes an event
/// of its own ([EarlierIdentificationForms]). `cycle` counts the household's cases from 1,
/// `division` is the village, `on` the day the fact was true there; when it was recorded, and by
/// whom, is metadata. Accounts stand in an event where a later rule asks for them. What was written
/// in words is sealed per case, so that the words of a closed case can be forgotten and a new case
/// begun.
public sealed interface IdentificationEvent extends Placed {

    HouseholdId household();

    int cycle();

    LocalDate on();

    /// The case is to be decided by `decideBy`. `clue` is what led here, absent when the village
    /// began by itself.
    @Stored("identification.opened")
    @Revision("2")
    record IdentificationOpened(
            HouseholdId household,
            String division,
            int cycle,
            BaseType baseType,
            @Nullable ClueId clue,
            LocalDate decideBy,
            LocalDate on)
            implements IdentificationEvent {}

    /// The household is to be visited until `visitBy`.
    @Stored("identification.visit-assigned")
    @Revision("1")
    record VisitAssigned(HouseholdId household, String division, int cycle, LocalDate visitBy, LocalDate on)
            implements IdentificationEvent {}

    /// `repeated` when the case came back to the visit; the household has signed before then. Until
    /// revision 2 there was no table of income items, and every figure counted.
    @Stored("identification.household-visited")
    @Revision("2")
    record HouseholdVisited(
            HouseholdId household, String division, int cycle, Visit visit, boolean repeated, LocalDate on)
            implements IdentificationEvent {}

    /// A member promised to tell the truth and allowed the departments to be asked.
    @Stored("identification.authorization-signed")
    @Revision("1")
    record AuthorizationSigned(
            HouseholdId household,
            String division,
            int cycle,
            MemberId signer,
            Signature how,
            boolean filledByHelper,
            LocalDate on)
            implements IdentificationEvent {}

    @Stored("identification.appraisal-held")
    @Revision("1")
    record AppraisalHeld(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") Appraisal appraisal,
            LocalDate on)
            implements IdentificationEvent {}

    /// The notice hangs at `place` and stays at least until `until`.
    @Stored("identification.publicity-started")
    @Revision("1")
    record PublicityStarted(
            HouseholdId household,
            String division,
            int cycle,
            String place,
            @Whose("household+cycle") @Personal String notice,
            LocalDate until,
            LocalDate on)
            implements IdentificationEvent {}

    /// `objection` counts the objections of the case from 1.
    @Stored("identification.objection-raised")
    @Revision("1")
    record ObjectionRaised(
            HouseholdId household,
            String division,
            int cycle,
            int objection,
            Objector by,
            @Whose("household+cycle") @Personal String text,
            LocalDate on)
            implements IdentificationEvent {}

    /// The objector was told `explanation`; the household is visited again.
    @Decides(on = ObjectionRaised.class)
    @Stored("identification.objection-upheld")
    @Revision("1")
    record ObjectionUpheld(
            HouseholdId household,
            String division,
            int cycle,
            int objection,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate on)
            implements IdentificationEvent {}

    /// The objector was told `explanation`; the case goes on.
    @Decides(on = ObjectionRaised.class)
    @Stored("identification.objection-dismissed")
    @Revision("1")
    record ObjectionDismissed(
            HouseholdId household,
            String division,
            int cycle,
            int objection,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate on)
            implements IdentificationEvent {}

    @Stored("identification.publicity-ended")
    @Revision("1")
    record PublicityEnded(HouseholdId household, String division, int cycle, LocalDate on)
            implements IdentificationEvent {}

    /// `sampled` when the town went and saw for itself, as it does with a sample of its households.
    /// Until revision 2 nobody asked, and it reads as false.
    @Decides(on = PublicityEnded.class, collectedBy = HouseholdVisited.class)
    @Stored("identification.town-review-passed")
    @Revision("2")
    record TownReviewPassed(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String opinion,
            String reviewer,
            boolean sampled,
            LocalDate on)
            implements IdentificationEvent {}

    /// The town sends the case back; the household is visited again.
    @Decides(on = PublicityEnded.class, collectedBy = HouseholdVisited.class)
    @Stored("identification.returned-by-town")
    @Revision("1")
    record ReturnedByTown(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String reason,
            LocalDate on)
            implements IdentificationEvent {}

    /// The household is monitored from `on`. `seen` are the members met on the last visit.
    /// `lateByDays` are calendar days past the limit of the whole procedure, days of open
    /// objections not counted; 0 when in time. Until revision 2 no setting said whether the departments must be
    /// asked.
    @Decides(on = TownReviewPassed.class, collectedBy = HouseholdVisited.class)
    @Stored("identification.household-determined")
    @Revision("2")
    record HouseholdDetermined(
            HouseholdId household,
            String division,
            int cycle,
            @Nullable ClueId clue,
            @Whose("household+cycle") Decision decision,
            List<Visit.MemberSeen> seen,
            int lateByDays,
            LocalDate on)
            implements IdentificationEvent {}

    /// The case ends without monitoring; the household is to be told why until `tellBy`.
    @Decides(on = {PublicityEnded.class, TownReviewPassed.class})
    @Stored("identification.rejected")
    @Revision("1")
    record IdentificationRejected(
            HouseholdId household,
            String division,
            int cycle,
            @Nullable ClueId clue,
            RejectionReason reason,
            @Whose("household+cycle") @Personal String explanation,
            LocalDate tellBy,
            LocalDate on)
            implements IdentificationEvent {}

    @Stored("identification.result-announced")
    @Revision("1")
    record ResultAnnounced(HouseholdId household, String division, int cycle, String place, LocalDate on)
            implements IdentificationEvent {}
}
