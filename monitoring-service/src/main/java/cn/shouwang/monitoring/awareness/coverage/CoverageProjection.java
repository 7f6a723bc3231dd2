package cn.shouwang.monitoring.awareness.coverage;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.awareness.AwarenessEvent;
import cn.shouwang.monitoring.awareness.AwarenessEvent.SheetsDistributed;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Keeps `sheet_coverage`, one row per village: `{_id: village, division, registered?, monitored?, sheets:
/// {kind: {households, on}}?}`, `on` an ISO day.
///
/// `registered` counts the households that were ever registered there, `monitored` the determinations;
/// a household determined again counts again, and one that left the register still counts.
@Component
class CoverageProjection implements Projection {

    static final String NAME = "sheet_coverage";

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
        return List.of(AwarenessEvent.class, HouseholdEvent.class, IdentificationEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case SheetsDistributed sheets ->
                rows.advance(
                        sheets.division(),
                        combine(
                                set("division", sheets.division()),
                                set(
                                        "sheets." + sheets.kind().name(),
                                        new Document("households", sheets.households())
                                                .append("on", sheets.on().toString()))));
            case HouseholdRegistered registered -> count(rows, registered.division(), "registered");
            case HouseholdDetermined determined -> count(rows, determined.division(), "monitored");
            default -> {}
        }
    }

    private static void count(Rows rows, String village, String field) {
        rows.advance(village, combine(set("division", village), inc(field, 1)));
    }
}
