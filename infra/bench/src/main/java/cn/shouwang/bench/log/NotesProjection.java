package cn.shouwang.bench.log;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.bench.log.MeasureEvent.Noted;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;

/// A row per stream: its division, the last day and amount, and how many events it had.
record NotesProjection(int version) implements Projection {

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof Noted noted) {
            rows.advance(
                    recorded.stream(),
                    combine(
                            set("division", noted.division()),
                            set("on", noted.on()),
                            set("amountFen", noted.amountFen()),
                            inc("events", 1)));
        }
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-on"));
    }
}
