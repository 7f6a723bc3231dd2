package cn.shouwang.monitoring.household.roster;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `roster`, one row per household: `{_id: household, division, baseType, registeredOn, head,
/// names, elsewhere, state?, category?, risks?, since?, decisionNo?, incomePerHeadFen?, lineFen?,
/// announcedOn?}`, the first fields as in [Nameplate].
///
/// `state` is IN_CASE, MONITORED or REJECTED, absent while there was no case; `category` and what
/// follows it is there once the household is monitored. Days are ISO text.
@Component
class RosterProjection implements Projection {

    static final String NAME = "roster";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdEvent.class, IdentificationEvent.class, DuplicateEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"), Index.on("category", "division", "-since"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> rows.advance(event.household().toString(), change(event));
            case IdentificationEvent event -> rows.advance(event.household().toString(), change(event));
            case Link link ->
                link.mergedFrom().ifPresent(household -> rows.advance(household.toString(), Nameplate.change(link)));
            default -> {}
        }
    }

    static Bson change(HouseholdEvent event) {
        var nameplate = Nameplate.change(event);
        return event instanceof HouseholdRegistered registered
                ? combine(
                        nameplate,
                        set("division", registered.division()),
                        set("baseType", registered.baseType().name()),
                        set("registeredOn", registered.on().toString()))
                : nameplate;
    }

    static Bson change(IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened _ -> set("state", Roster.State.IN_CASE.name());
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

    private static Bson monitored(HouseholdDetermined determined) {
        var decision = determined.decision();
        return combine(
                set("state", Roster.State.MONITORED.name()),
                set("category", decision.finding().category().name()),
                set("risks", decision.finding().risks().names()),
                set("since", determined.on().toString()),
                set("decisionNo", decision.number()),
                set("incomePerHeadFen", decision.incomePerHeadFen()),
                set("lineFen", decision.line().amountFen()));
    }
}
