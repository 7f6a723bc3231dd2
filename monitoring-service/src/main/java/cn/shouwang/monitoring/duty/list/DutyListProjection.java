package cn.shouwang.monitoring.duty.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.duty.DutyEvent.DutyAssigned;
import cn.shouwang.monitoring.duty.DutyEvent.DutyConfirmed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyPostponed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReported;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReturned;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `duties`, one row per duty: `{_id, division, year, bearer, code, title, clause, dueOn, state,
/// assignedOn, evidence?, reporter?, reportedOn?, confirmedOn?, late?, reason?}`, days as ISO text.
///
/// `evidence` and what follows tell of the last report; `reason` why it was returned or postponed last.
@Component
class DutyListProjection implements Projection {

    static final String NAME = "duties";

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
        return List.of(DutyEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("year", "division", "dueOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof DutyEvent event) {
            rows.advance(event.duty().toString(), change(event));
        }
    }

    static Bson change(DutyEvent event) {
        return switch (event) {
            case DutyAssigned assigned -> assigned(assigned);
            case DutyReported reported ->
                combine(
                        set("state", DutyState.REPORTED.name()),
                        set("evidence", reported.evidence()),
                        set("reporter", reported.reporter()),
                        set("reportedOn", reported.on().toString()));
            case DutyConfirmed confirmed ->
                combine(
                        set("state", DutyState.CONFIRMED.name()),
                        set("late", confirmed.late()),
                        set("confirmedOn", confirmed.on().toString()));
            case DutyReturned returned ->
                combine(set("state", DutyState.OPEN.name()), set("reason", returned.reason()));
            case DutyPostponed postponed ->
                combine(set("dueOn", postponed.dueOn().toString()), set("reason", postponed.reason()));
        };
    }

    private static Bson assigned(DutyAssigned assigned) {
        var duty = assigned.duty();
        return combine(
                set("division", assigned.division()),
                set("year", duty.year()),
                set("bearer", duty.bearer().name()),
                set("code", duty.code()),
                set("title", assigned.title()),
                set("clause", assigned.clause()),
                set("dueOn", assigned.dueOn().toString()),
                set("state", DutyState.OPEN.name()),
                set("assignedOn", assigned.on().toString()));
    }
}
