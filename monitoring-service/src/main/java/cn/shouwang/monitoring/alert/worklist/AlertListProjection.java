package cn.shouwang.monitoring.alert.worklist;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.alert.AlertEvent.AlertClosed;
import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.alert.AlertEvent.AlertRaised;
import cn.shouwang.monitoring.alert.AlertEvent.AlertVerified;
import cn.shouwang.monitoring.alert.AlertState;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `alerts`, one row per alert: `{_id, division, household, member, batch, dataset, rule, edition,
/// effect, standing, span, measured, threshold, rank, raisedOn, state, reason?, closedBy?, closedOn?,
/// dispatchedOn?, outcome?, verifiedOn?}`. Days are ISO text.
@Component
class AlertListProjection implements Projection {

    static final String NAME = "alerts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(AlertEvent.class);
    }

    @Override
    public List<String> foundByFields() {
        return List.of("household");
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                Index.on("state", "division", "-rank"), Index.on("household"), Index.on("rule", "state", "outcome"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof AlertEvent event) {
            rows.advance(
                    event.alert().toString(),
                    combine(set("state", AlertState.after(event).name()), change(event, recorded.meta(Meta.ACTOR))));
        }
    }

    static Bson change(AlertEvent event, String actor) {
        return switch (event) {
            case AlertRaised raised -> raised(raised);
            case AlertClosed closed ->
                combine(
                        set("reason", closed.reason().name()),
                        set("closedBy", actor),
                        set("closedOn", closed.on().toString()));
            case AlertDispatched dispatched ->
                set("dispatchedOn", dispatched.on().toString());
            case AlertVerified verified ->
                combine(
                        set("outcome", verified.outcome().name()),
                        set("verifiedOn", verified.on().toString()));
        };
    }

    private static Bson raised(AlertRaised raised) {
        return combine(
                set("division", raised.division()),
                set("household", raised.household().toString()),
                set("member", raised.member().toString()),
                set("batch", raised.batch().toString()),
                set("dataset", raised.dataset().name()),
                set("rule", raised.rule()),
                set("edition", raised.edition().toString()),
                set("effect", raised.effect().name()),
                set("standing", raised.standing().name()),
                set("span", raised.span()),
                set("measured", raised.measured()),
                set("threshold", raised.threshold()),
                set("rank", raised.rank()),
                set("raisedOn", raised.on().toString()));
    }
}
