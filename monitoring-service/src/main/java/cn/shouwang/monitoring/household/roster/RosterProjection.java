package cn.shouwang.monitoring.household.roster;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `roster`, one row per household: `{_id: household, division, baseType, registeredOn, head,
/// names, elsewhere, state?, monitoring?, cycle?, category?, risks?, since?, decisionNo?,
/// incomePerHeadFen?, lineFen?, announcedOn?, removedOn?, removalMode?, able: [member], openedOn?:
/// {cycle: day}, determinations?: [cycle], clue?, lateByDays?, revertedOn?: [day],
/// nationalNumber?}`, the first fields as in [Nameplate]. `nationalNumber` is sealed: what the
/// register was told last, or the marking.
///
/// `state` is a [Roster.State], absent while there was no case; `monitoring` and what follows it is there
/// once the household is or was monitored, and `monitoring` is MONITORED, REMOVED or CLOSED whatever case
/// came after. Days are ISO text.
@Component
class RosterProjection implements Projection {

    static final String NAME = "roster";

    /// Members present who can work; one merged elsewhere stands here too and does not count.
    static final String ABLE = "able";

    static final String NATIONAL_NUMBER = "nationalNumber";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(
                HouseholdEvent.class,
                IdentificationEvent.class,
                RemovalEvent.class,
                DuplicateEvent.class,
                MarkingEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"), Index.on("monitoring", "division", "-since"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> rows.advance(event.household().toString(), change(event));
            case IdentificationEvent event -> rows.advance(event.household().toString(), change(event));
            case RemovalEvent event -> rows.advance(event.household().toString(), change(event));
            case MarkingEvent event -> rows.advance(event.household().toString(), change(event));
            case Link link ->
                link.mergedFrom().ifPresent(household -> rows.advance(household.toString(), Nameplate.change(link)));
            default -> {}
        }
    }

    static Bson change(HouseholdEvent event) {
        var nameplate = Nameplate.change(event);
        return switch (event) {
            case HouseholdRegistered registered ->
                combine(
                        nameplate,
                        set("division", registered.division()),
                        set("baseType", registered.baseType().name()),
                        set("registeredOn", registered.on().toString()),
                        numbered(registered.household().toString(), registered.nationalNumber()),
                        set(ABLE, List.of()));
            case MemberAdded added -> combine(nameplate, labour(added.member(), added.person()));
            case MemberCorrected corrected -> combine(nameplate, labour(corrected.member(), corrected.person()));
            case MemberDecreased decreased ->
                combine(nameplate, pull(ABLE, decreased.member().toString()));
            case HouseholdDescribed described ->
                combine(
                        nameplate,
                        numbered(
                                described.household().toString(),
                                described.profile().nationalNumber()));
            case BaseTypeCorrected corrected ->
                combine(nameplate, set("baseType", corrected.baseType().name()));
            case HeadNamed _, MemberDescribed _, BaseTypeDisputed _, BaseTypeUpheld _ -> nameplate;
        };
    }

    static Bson change(MarkingEvent event) {
        var subject = event.household() + ":" + event.cycle();
        return switch (event) {
            case HouseholdMarked marked -> numbered(subject, marked.number());
            case NumberCorrected corrected -> numbered(subject, corrected.number());
        };
    }

    private static Bson numbered(String subject, @Nullable String number) {
        return number == null ? combine() : set(NATIONAL_NUMBER, SealedText.of(subject, number));
    }

    private static Bson labour(MemberId member, Person person) {
        return person.labour().canWork() ? addToSet(ABLE, member.toString()) : pull(ABLE, member.toString());
    }

    static Bson change(IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened opened ->
                combine(
                        set("state", Roster.State.IN_CASE.name()),
                        set("openedOn." + opened.cycle(), opened.on().toString()));
            case HouseholdDetermined determined -> monitored(determined);
            case ResultAnnounced announced -> set("announcedOn", announced.on().toString());
            case IdentificationRejected _ -> set("state", Roster.State.REJECTED.name());
            case IdentificationEvent.VisitAssigned _,
                    IdentificationEvent.HouseholdVisited _,
                    IdentificationEvent.AuthorizationSigned _,
                    IdentificationEvent.AppraisalHeld _,
                    IdentificationEvent.PublicityStarted _,
                    IdentificationEvent.ObjectionRaised _,
                    IdentificationEvent.ObjectionUpheld _,
                    IdentificationEvent.ObjectionDismissed _,
                    IdentificationEvent.PublicityEnded _,
                    IdentificationEvent.TownReviewPassed _,
                    IdentificationEvent.ReturnedByTown _ -> combine();
        };
    }

    /// A removal changes nothing until the county has determined it.
    static Bson change(RemovalEvent event) {
        return switch (event) {
            case RiskRemoved removed ->
                combine(
                        stands(Roster.State.REMOVED),
                        set("removedOn", removed.on().toString()),
                        set("removalMode", removed.mode().name()));
            case RemovalReverted reverted ->
                combine(
                        stands(Roster.State.MONITORED),
                        unset("removedOn"),
                        unset("removalMode"),
                        addToSet("revertedOn", reverted.on().toString()));
            case NaturalDecreaseRecorded closed ->
                combine(
                        stands(Roster.State.CLOSED),
                        set("removedOn", closed.on().toString()));
            case RemovalProposed _,
                    ExitVisited _,
                    RemovalBlocked _,
                    ExitAppraised _,
                    RemovalReviewPassed _,
                    RemovalReturned _,
                    RemovalDropped _ -> combine();
        };
    }

    /// `monitoring` outlasts a further case of the household, `state` tells of that case.
    private static Bson stands(Roster.State state) {
        return combine(set("state", state.name()), set("monitoring", state.name()));
    }

    private static Bson monitored(HouseholdDetermined determined) {
        var decision = determined.decision();
        return combine(
                stands(Roster.State.MONITORED),
                set("cycle", determined.cycle()),
                addToSet("determinations", determined.cycle()),
                set("clue", determined.clue() == null ? null : determined.clue().toString()),
                set("lateByDays", determined.lateByDays()),
                unset("removedOn"),
                unset("removalMode"),
                unset("announcedOn"),
                set("category", decision.finding().category().name()),
                set("risks", decision.finding().risks().names()),
                set("since", determined.on().toString()),
                set("decisionNo", decision.number()),
                set("incomePerHeadFen", decision.incomePerHeadFen()),
                set("lineFen", decision.line().amountFen()));
    }
}
