package cn.shouwang.monitoring.household.timeline;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent;
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

/// Keeps `timeline`, one row per event of a household and its cases: `{_id: position as text,
/// household, division, position, name, actor, role, recordedAt, on}`, `recordedAt` an ISO instant, `on`
/// an ISO day.
@Component
class TimelineProjection implements Projection {

    static final String NAME = "timeline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("household", "position"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.household(), event.on()));
            case IdentificationEvent event ->
                rows.advance(id(recorded), change(recorded, event, event.household(), event.on()));
            default -> {}
        }
    }

    private static String id(Recorded recorded) {
        return Long.toString(recorded.position());
    }

    static Bson change(Recorded recorded, Placed event, HouseholdId household, LocalDate on) {
        return combine(
                set("household", household.toString()),
                set("division", event.division()),
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
