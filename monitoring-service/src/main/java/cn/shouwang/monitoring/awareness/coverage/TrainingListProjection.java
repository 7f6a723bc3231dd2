package cn.shouwang.monitoring.awareness.coverage;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.awareness.AwarenessEvent;
import cn.shouwang.monitoring.awareness.AwarenessEvent.TrainingHeld;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps `trainings`, one row per training: `{_id: place in the log as text, division, kind, topic,
/// attendees, evidence, on}`, `on` an ISO day.
@Component
class TrainingListProjection implements Projection {

    static final String NAME = "trainings";

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
        return List.of(AwarenessEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-on"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof TrainingHeld held) {
            rows.advance(
                    recorded.place().toString(),
                    combine(
                            set("division", held.division()),
                            set("kind", held.kind().name()),
                            set("topic", held.topic()),
                            set("attendees", held.attendees()),
                            set("evidence", held.evidence()),
                            set("on", held.on().toString())));
        }
    }
}
