package cn.shouwang.monitoring.identification.board;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjected;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import cn.shouwang.monitoring.notice.NoticeEvent.RemovalAnnounced;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `board`, one row per household: `{_id: household, division, head, names, elsewhere, category?,
/// matter?, hanging?: village, from?, until?}`, the names as in [Nameplate], days as ISO text.
///
/// `hanging` holds the village while a notice hangs there and is absent otherwise, so a public page can
/// only find what hangs.
@Component
class BoardProjection implements Projection {

    static final String NAME = "board";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdEvent.class, IdentificationEvent.class, NoticeEvent.class, DuplicateEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("hanging", "until"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event ->
                rows.advance(
                        event.household().toString(),
                        combine(Nameplate.change(event), set("division", event.division())));
            case IdentificationEvent event -> rows.advance(event.household().toString(), change(event));
            case NoticeEvent event -> rows.advance(event.household().toString(), change(event));
            case Link link ->
                link.mergedFrom().ifPresent(household -> rows.advance(household.toString(), Nameplate.change(link)));
            default -> {}
        }
    }

    static Bson change(NoticeEvent event) {
        return switch (event) {
            case NoticeHung hung -> hanging(Board.Matter.REMOVAL, hung.division(), hung.on(), hung.until());
            case NoticeObjectionResolved resolved -> resolved.upheld() ? unset("hanging") : combine();
            case NoticeTakenDown _ -> unset("hanging");
            case NoticeObjected _, RemovalAnnounced _ -> combine();
        };
    }

    private static Bson hanging(Board.Matter matter, String village, LocalDate from, LocalDate until) {
        return combine(
                set("matter", matter.name()),
                set("hanging", village),
                set("from", from.toString()),
                set("until", until.toString()));
    }

    static Bson change(IdentificationEvent event) {
        return switch (event) {
            case AppraisalHeld held -> {
                var proposal = held.appraisal().proposal();
                yield proposal == null
                        ? unset("category")
                        : set("category", proposal.category().name());
            }
            case PublicityStarted started ->
                hanging(Board.Matter.INCLUSION, started.division(), started.on(), started.until());
            case ObjectionUpheld _, PublicityEnded _, IdentificationRejected _ -> unset("hanging");
            case IdentificationOpened _,
                    VisitAssigned _,
                    HouseholdVisited _,
                    AuthorizationSigned _,
                    ObjectionRaised _,
                    ObjectionDismissed _,
                    TownReviewPassed _,
                    ReturnedByTown _,
                    HouseholdDetermined _,
                    ResultAnnounced _ -> combine();
        };
    }
}
