package cn.shouwang.monitoring.report.photos;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `report_photos`, one row per photo: `{_id: photo, division, report, bytes, sha256, width, height,
/// likeness, position?, takenAt?, on}`; position (`<latitude>,<longitude>`) and time are sealed.
@Component
class ReportPhotosProjection implements Projection {

    static final String NAME = "report_photos";

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
        return List.of(ReportEvent.class);
    }

    @Override
    public List<String> foundByFields() {
        return List.of("report");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("report"), Index.on("likeness"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof PhotoAdded added) {
            rows.advance(added.photo().toString(), change(added));
        }
    }

    static Bson change(PhotoAdded added) {
        var seen = combine(
                set("division", added.division()),
                set("report", added.report().value()),
                set("bytes", added.bytes()),
                set("sha256", added.sha256()),
                set("width", added.width()),
                set("height", added.height()),
                set("likeness", added.likeness()),
                set("on", added.on().toString()));
        var position = added.position();
        var at = added.takenAt();
        return combine(
                seen,
                position == null
                        ? combine()
                        : sealed("position", added, position.latitude() + "," + position.longitude()),
                at == null ? combine() : sealed("takenAt", added, at.toString()));
    }

    private static Bson sealed(String field, PhotoAdded added, String text) {
        return set(field, SealedText.of(added.report().value(), text));
    }
}
