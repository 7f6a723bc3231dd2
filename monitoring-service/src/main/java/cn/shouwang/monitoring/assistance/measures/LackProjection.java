package cn.shouwang.monitoring.assistance.measures;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.Lack;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `lacks`, one row per household that was ever monitored: `{_id: household, division, since, cycle,
/// monitored, open: [lack]}`.
///
/// `open` is what nobody has yet seen to be there, or said to be lacking, in the case of number `cycle`; a
/// proposal to look, not the truth of it. `since` is the day of the determination, ISO text.
@Component
class LackProjection implements Projection {

    static final String NAME = "lacks";

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
        return List.of(IdentificationEvent.class, AssistanceEvent.class, RemovalEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("open", "since"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdDetermined determined ->
                rows.advance(determined.household().toString(), determined(determined));
            case MeasureDelivered delivered ->
                rows.advance(delivered.household().toString(), delivered(delivered));
            case LackFound found ->
                rows.advance(
                        found.household().toString(), pull("open", found.lack().name()));
            case RiskRemoved removed -> rows.advance(removed.household().toString(), set("monitored", false));
            case NaturalDecreaseRecorded closed ->
                rows.advance(closed.household().toString(), set("monitored", false));
            case RemovalReverted reverted -> rows.advance(reverted.household().toString(), set("monitored", true));
            default -> {}
        }
    }

    private static Bson determined(HouseholdDetermined determined) {
        return combine(
                set("division", determined.division()),
                set("since", determined.on().toString()),
                set("cycle", determined.cycle()),
                set("monitored", true),
                set("open", Stream.of(Lack.values()).map(Enum::name).toList()));
    }

    private static Bson delivered(MeasureDelivered delivered) {
        return delivered.family().isDevelopmental() ? set("open", List.of()) : pull("open", Lack.ANY_MEASURE.name());
    }
}
