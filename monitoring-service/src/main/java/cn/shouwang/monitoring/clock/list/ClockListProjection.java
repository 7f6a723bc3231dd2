package cn.shouwang.monitoring.clock.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clock.ClockEvent.CaseEscalated;
import cn.shouwang.monitoring.clock.Turn;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `clocks`, one row per household with a case: `{_id: household, division, cycle, openedOn,
/// decideBy?, step?, since?, from?, dueOn?, stops: {objection: {from, to?}}, level?, risenOn?,
/// urgentAidOn?}`, days as ISO text.
///
/// `step` and what follows is absent when the case waits for nothing, `decideBy` once it is
/// decided. `level` is where the case rose to, `risenOn` when, both absent while it is in time.
/// Colours and limits follow from the day on which they are asked for.
@Component
class ClockListProjection implements Projection {

    static final String NAME = "clocks";

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
        return List.of(IdentificationEvent.class, ClockEvent.class, AssistanceEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "step"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case IdentificationEvent event ->
                rows.advance(event.household().toString(), combine(change(event), turned(Turn.after(event))));
            case CaseEscalated risen ->
                rows.advance(
                        risen.household().toString(),
                        combine(
                                set("level", risen.level().name()),
                                set("risenOn", risen.on().toString())));
            case UrgentAidGranted aid ->
                rows.advance(
                        aid.household().toString(),
                        combine(
                                set("division", aid.division()),
                                set("urgentAidOn", aid.on().toString())));
            default -> {}
        }
    }

    static Bson change(IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened opened ->
                combine(
                        set("division", opened.division()),
                        set("cycle", opened.cycle()),
                        set("openedOn", opened.on().toString()),
                        set("decideBy", opened.decideBy().toString()),
                        set("stops", new Document()));
            case HouseholdDetermined _ -> unset("decideBy");
            case ObjectionRaised raised -> stop(raised.objection(), "from", raised.on());
            case ObjectionUpheld upheld -> stop(upheld.objection(), "to", upheld.on());
            case ObjectionDismissed dismissed -> stop(dismissed.objection(), "to", dismissed.on());
            default -> combine();
        };
    }

    private static Bson stop(int objection, String end, LocalDate on) {
        return set("stops." + objection + "." + end, on.toString());
    }

    private static Bson turned(Turn.Move move) {
        return switch (move) {
            case Turn.Move.Next(Turn turn) ->
                combine(
                        set("step", turn.step().name()),
                        set("since", turn.since().toString()),
                        set("from", turn.from().toString()),
                        turn.dueOn() == null
                                ? unset("dueOn")
                                : set("dueOn", turn.dueOn().toString()),
                        unset("level"),
                        unset("risenOn"));
            case Turn.Move.Over _ ->
                combine(unset("step"), unset("since"), unset("from"), unset("dueOn"), unset("level"), unset("risenOn"));
            case Turn.Move.Same _ -> combine();
        };
    }
}
