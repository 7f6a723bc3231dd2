package cn.shouwang.monitoring.helper.photos;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotoAdded;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `visit_photos`, one row per photo: `{_id: photo, division, household, visit, cameFor, digest, bytes, sha256,
/// width, height, likeness, position?, takenAt?, visitedAt, arrivedAt, on}`; position
/// (`<latitude>,<longitude>`) and what the camera took for the time are sealed, the other two times are
/// ISO instants. A correction that keeps a photo becomes its `visit`; it
/// is found under the one it `cameFor` as well.
@Component
class VisitPhotosProjection implements Projection {

    static final String NAME = "visit_photos";

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
        return List.of(HelperEvent.class);
    }

    @Override
    public List<String> foundByFields() {
        return List.of("household");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("visit"), Index.on("likeness"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case VisitPhotoAdded added ->
                rows.advance(added.shot().photo().toString(), change(added, recorded.recordedAt()));
            case VisitPhotosKept kept ->
                kept.photos()
                        .forEach(photo -> rows.advance(
                                photo.photo().toString(),
                                set("visit", kept.visit().toString())));
            default -> {} // says nothing about photos that came
        }
    }

    private static Bson change(VisitPhotoAdded added, Instant recordedAt) {
        var shot = added.shot();
        var position = shot.position();
        var takenAt = shot.takenAt();
        return combine(
                set("division", added.division()),
                set("household", added.household().toString()),
                set("visit", added.visit().toString()),
                set("cameFor", added.visit().toString()),
                set("digest", shot.digest()),
                set("bytes", shot.bytes()),
                set("sha256", shot.sha256()),
                set("width", shot.width()),
                set("height", shot.height()),
                set("likeness", shot.likeness()),
                set("visitedAt", added.at().toString()),
                set("arrivedAt", recordedAt.toString()),
                set("on", added.on().toString()),
                position == null
                        ? combine()
                        : sealed("position", added, position.latitude() + "," + position.longitude()),
                takenAt == null ? combine() : sealed("takenAt", added, takenAt.toString()));
    }

    private static Bson sealed(String field, VisitPhotoAdded added, String text) {
        return set(field, SealedText.of(added.visit().toString(), text));
    }
}
