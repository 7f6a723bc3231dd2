package cn.shouwang.monitoring.household.timeline;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.slip.SlipEvent;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `timeline`, one row per event of a household, its cases and their clocks, help, helpers,
/// receipts, removals, doubtful data, alerts, proposals and slips, and the pairs its members are sides of:
/// `{_id: place as text, of a pair with the household behind it, household, division, position, name,
/// actor, role, recordedAt, on}`, `recordedAt` an ISO instant, `on` an ISO day.
@Component
class TimelineProjection implements Projection {

    static final String NAME = "timeline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(
                HouseholdEvent.class,
                IdentificationEvent.class,
                AssistanceEvent.class,
                HelperEvent.class,
                ReceiptEvent.class,
                RemovalEvent.class,
                NoticeEvent.class,
                DuplicateEvent.class,
                QualityEvent.class,
                AlertEvent.class,
                MatchEvent.class,
                SlipEvent.class,
                ClockEvent.class,
                MarkingEvent.class,
                AppealEvent.class,
                InquiryEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<String> foundByFields() {
        return List.of("household");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("household", "position", "_id"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case IdentificationEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case AssistanceEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case HelperEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case ReceiptEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case RemovalEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case NoticeEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case AlertEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case MatchEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case SlipEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case QualityEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case ClockEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case MarkingEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case AppealEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case InquiryEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.division(), event.household(), event.on()));
            case DuplicateEvent event -> onPair(recorded, event, rows);
            default -> {}
        }
    }

    /// A pair belongs to the timeline of each household it touches, in that household's village.
    private static void onPair(Recorded recorded, DuplicateEvent event, Rows rows) {
        event.pair().sides().forEach(side -> {
            var household = side.household();
            if (household != null) {
                rows.advance(
                        id(recorded) + "-" + household, change(recorded, event, side.village(), household, event.on()));
            }
        });
    }

    private static String id(Recorded recorded) {
        return recorded.place().toString();
    }

    static Bson change(Recorded recorded, Placed event, String village, HouseholdId household, LocalDate on) {
        return combine(
                set("household", household.toString()),
                set("division", village),
                set("position", recorded.position()),
                set("name", nameOf(event)),
                set("actor", recorded.meta(Meta.ACTOR)),
                set("role", recorded.meta(Meta.ROLE)),
                set("recordedAt", recorded.recordedAt().toString()),
                set("on", on.toString()));
    }

    private static String nameOf(Placed event) {
        return Objects.requireNonNull(event.getClass().getAnnotation(Stored.class))
                .value();
    }
}
